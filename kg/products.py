"""Matrix products: a third of a parse. numpy's own take half the time of those that thinc comes with.

thinc multiplies with BLIS. numpy does with the BLAS it was built for (OpenBLAS in its wheels), which knows newer
processors; but for a sentence's small matrices several threads cost far more than they bring.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import cast

from spacy.language import Language
from thinc.api import NumpyOps
from thinc.model import Model
from threadpoolctl import ThreadpoolController


def with_numpy(nlp: Language) -> Language:
    """Let the models of a pipeline that compute with BLIS compute with numpy."""
    numpy = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = numpy
    return nlp


def one_thread() -> AbstractContextManager[object]:
    """Hold numpy's products to one thread inside a ``with``."""
    return cast(AbstractContextManager[object], _controller().limit(limits=1, user_api="blas"))


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
