r"""Train what is added to the network that reads pairs of reports (`ontology/lexicon/entailment.npz`).

    python scripts/train_entailment.py tests/data/claims/dev tests/data/claims/disputes \
        --stories tests/data/claims/stories --held tests/data/claims/disputes/held -o ontology/lexicon/entailment.npz

Folders hold articles with marked pairs, as for `scripts/train_clashes.py`: every pair in reach is an example, in the
words in which `kg.extract.rereading` tells it. Those of stories (`kg.evaluate.stories`) are mixed in. To each matrix of
the pretrained network a product of two small ones is added (low-rank adaptation, Hu et al. 2021), the rest stays as it
is; the products are then rounded to whole numbers (`kg.entailment`). `--held` is only measured: average precision of
all pairs in reach, and of those that no rule finds, by the numbers that ship. Needs torch and transformers, which
newskg itself does not; takes half an hour.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional
from train_clashes import Article, examples
from transformers import DebertaV2Config, DebertaV2ForSequenceClassification

from kg.entailment import LARGEST, NETWORK, WORDS, Entailment, Pieces, layer, package
from kg.evaluate.stories import average_precision, stories

RANK, RATE, DECAY, BATCH, WARM = 16, 7e-4, 0.01, 32, 100
PASSES = 2
"""How often the articles' pairs are shown; those of stories are shown once."""
BESIDE = 1.5
"""Pairs of stories that contradict nothing, for each that does."""
ALIKE = 40
"""Batches that are made of one draw of examples, sorted by length."""
SEED = 1
SHAPE = DebertaV2Config(
    vocab_size=128_100,
    hidden_size=384,
    num_hidden_layers=12,
    num_attention_heads=6,
    intermediate_size=1536,
    type_vocab_size=0,
    relative_attention=True,
    position_buckets=256,
    norm_rel_ebd="layer_norm",
    share_att_key=True,
    pos_att_type=["p2c", "c2p"],
    layer_norm_eps=1e-7,
    position_biased_input=False,
    pooler_hidden_size=384,
    pooler_dropout=0,
    pooler_hidden_act="gelu",
    num_labels=2,
)
"""The smallest DeBERTa v3, with two answers: it contradicts, or not."""

Texts = tuple[str, str]
Example = tuple[list[int], bool]


class Changed(nn.Module):
    """A layer to whose weights a product of two small matrices is added."""

    def __init__(self, whole: nn.Linear) -> None:
        super().__init__()
        self.weight, self.bias = whole.weight, whole.bias
        self.tall = nn.Parameter(torch.randn(whole.in_features, RANK) / whole.in_features**0.5)
        self.broad = nn.Parameter(torch.zeros(RANK, whole.out_features))

    def forward(self, seen: Tensor) -> Tensor:
        """What the layer makes of what it sees."""
        return functional.linear(seen, self.weight, self.bias) + seen @ self.tall @ self.broad


def pretrained() -> DebertaV2ForSequenceClassification:
    """The network of the package, in floating point."""
    graph = onnx.load(str(package() / NETWORK)).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name.removeprefix("m."): torch.tensor(array) for name, array in held.items() if name.startswith("m.")}

    def whole(name: str) -> Tensor:
        stem = name.removesuffix("_quantized")
        less = held[name].astype(np.float32) - held[f"{stem}_zero_point"].astype(np.float32)
        return torch.tensor(less * held[f"{stem}_scale"])

    words = "deberta.embeddings.word_embeddings.weight"
    weights[words] = whole(f"m.{words}_quantized")
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            weights[f"{layer(node.name)}.weight"] = whole(node.input[1]).T.contiguous()
    network = DebertaV2ForSequenceClassification(SHAPE)
    wanted = network.state_dict()
    network.load_state_dict({name: weights[name] for name in wanted})
    return network


def adapted(network: nn.Module) -> dict[str, Changed]:
    """Put what is trained beside every matrix but the last, and hold the rest; the layers by name."""
    for weights in network.parameters():
        weights.requires_grad = False
    out = {}
    for name, module in list(network.named_modules()):
        for part, child in list(module.named_children()):
            if isinstance(child, nn.Linear) and part != "classifier":
                out[f"{name}.{part}"] = changed = Changed(child)
                setattr(module, part, changed)
    return out


def told(article: Article) -> Iterator[tuple[Texts, bool]]:
    """The pairs of an article, and whether they contradict each other."""
    yield from zip(article.texts, article.right, strict=True)


def invented(path: Path, draw: random.Random) -> list[tuple[Texts, bool]]:
    """The pairs of the stories of a folder that contradict each other, and some that do not, either way round."""
    against: list[Texts] = []
    beside: list[Texts] = []
    for file in sorted(path.glob("*.txt")):
        for story in stories(file):
            said = [f"{speaker}: {content}" for speaker, content in story.said]
            for one, other, right in story.pairs():
                if right or story.said[one][0] != story.said[other][0]:
                    (against if right else beside).append((said[one], said[other]))
    chosen = draw.sample(beside, min(len(beside), int(BESIDE * len(against))))
    pairs = [*((pair, True) for pair in against), *((pair, False) for pair in chosen)]
    return [(pair if draw.random() < 0.5 else pair[::-1], right) for pair, right in pairs]


def rows(pairs: Sequence[tuple[Texts, bool]]) -> list[Example]:
    """Pairs in the numbers of their pieces of words."""
    pieces = Pieces((package() / WORDS).read_bytes())
    return [(pieces.ids(*texts), right) for texts, right in pairs]


def batches(all_of_them: list[Example], draw: random.Random) -> list[list[Example]]:
    """Examples in random order, those of a batch about as long as each other."""
    draw.shuffle(all_of_them)
    out = []
    for begin in range(0, len(all_of_them), BATCH * ALIKE):
        some = sorted(all_of_them[begin : begin + BATCH * ALIKE], key=lambda example: len(example[0]))
        alike = [some[n : n + BATCH] for n in range(0, len(some), BATCH)]
        draw.shuffle(alike)
        out += alike
    return out


def train(network: nn.Module, layers: dict[str, Changed], order: Sequence[Sequence[Example]]) -> None:
    """Show the network every batch once, ever more carefully."""
    numbers = [matrix for one in layers.values() for matrix in (one.tall, one.broad)]
    step = torch.optim.AdamW(numbers, lr=RATE, weight_decay=DECAY)
    loss_of = nn.BCEWithLogitsLoss()
    network.train()
    lost = 0.0
    for n, batch in enumerate(order):
        for group in step.param_groups:
            group["lr"] = RATE * min(1.0, n / WARM) * (1 - n / len(order))
        length = max(len(ids) for ids, _ in batch)
        ids = torch.tensor([ids + [0] * (length - len(ids)) for ids, _ in batch])
        here = (ids > 0).long()
        with torch.autocast("cpu", torch.bfloat16):
            seen = network(input_ids=ids, attention_mask=here).logits.float()
        loss = loss_of(seen[:, 1] - seen[:, 0], torch.tensor([float(right) for _, right in batch]))
        step.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(numbers, 1.0)
        step.step()
        lost += float(loss.detach())
        if n % 100 == 99:
            print(f"{n + 1} of {len(order)} batches, loss {lost / 100:.3f}", flush=True)
            lost = 0.0


def save(layers: dict[str, Changed], path: Path) -> None:
    """Write what is added, in whole numbers: both factors as large as each other, each number of a size with others."""
    arrays: dict[str, np.ndarray] = {}
    for name, one in sorted(layers.items()):
        left, inner = np.linalg.qr(one.tall.detach().double().numpy())
        right, outer = np.linalg.qr(one.broad.detach().double().numpy().T)
        down, sizes, across = np.linalg.svd(inner @ outer.T)
        tall, broad = left @ down * sizes**0.5, sizes[:, None] ** 0.5 * across @ right.T
        units = [abs(matrix).max() / LARGEST for matrix in (tall, broad)]
        for part, matrix, unit in (("tall", tall, units[0]), ("broad", broad, units[1])):
            arrays[f"{name}:{part}"] = np.rint(matrix / unit).astype(np.int8)
        arrays[f"{name}:unit"] = np.float32(units[0] * units[1])
    np.savez_compressed(path, **arrays)


def measure(known: Sequence[Article], network: Entailment, title: str) -> None:
    """Print average precision of all pairs of articles, and of those that no rule finds."""
    for which, left_out in (("all pairs", False), ("pairs that no rule finds", True)):
        pairs = [
            (-network.contradiction(*texts), right)
            for article in known
            for texts, right, found in zip(article.texts, article.right, article.known, strict=True)
            if not (left_out and found)
        ]
        precision = average_precision([right for _, right in sorted(pairs)])
        print(f"{title}, {which}: average precision {precision:.3f} of {len(pairs)}", flush=True)


def main() -> None:
    """Train, write the file, and measure it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="+", type=Path, help="folders of marked articles")
    asked.add_argument("--stories", type=Path, required=True, help="folder of stories")
    asked.add_argument("--held", nargs="*", type=Path, default=[], help="folders that are only measured")
    asked.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    given = asked.parse_args()
    draw = random.Random(SEED)
    torch.manual_seed(SEED)
    pairs = [pair for article in examples(given.folder) for pair in told(article)]
    print(f"{len(pairs)} pairs of articles, {sum(right for _, right in pairs)} of them right", flush=True)
    network = pretrained()
    layers = adapted(network)
    train(network, layers, batches(rows(pairs) * PASSES + rows(invented(given.stories, draw)), draw))
    save(layers, given.output)
    for held in given.held:
        known = examples([held])
        measure(known, Entailment(package()), f"{held}, as pretrained")
        measure(known, Entailment(package(), given.output), f"{held}, as trained")


if __name__ == "__main__":
    main()
