"""Write a trained network as an ONNX file with 8-bit weights, which the product reads without torch."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import torch
from network import Network, ToneLayers, tensors, tokenizer
from onnxruntime.quantization import QuantType, quantize_dynamic

from notecheck.analysis.elements.layout import Unit, lay_out

OUTPUTS = ("sentences", "tokens", "kind", "vectors")


class _Inference(torch.nn.Module):
    """The network, with a vector for each sentence besides: the mean of its tokens in the layers for tone."""

    def __init__(self, network: Network, tone: ToneLayers) -> None:
        super().__init__()
        self.network, self.tone = network, tone

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, members: torch.Tensor, markers: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        layers = self.network.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        vectors = members @ self.tone(layers[self.tone.START], mask)
        return *self.network.heads(layers[-1], mask, members, markers), vectors


def write(network: Network, path: Path, tone: ToneLayers) -> None:
    network.eval()
    # Its plain form makes the faster graph.
    network.encoder.set_attn_implementation("eager")
    for layer in tone.layers:
        layer.attention.self.config._attn_implementation = "eager"
    units = [Unit(0, "Dear Ms. Chen,", "greeting"), Unit(1, "Thank you for your time.", "body", True)]
    windows = lay_out(units, tokenizer())
    example = tensors(windows * 2)
    names = ["ids", "mask", "members", "markers"]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            _Inference(network, tone).eval(),
            example,
            str(full),
            input_names=names,
            output_names=list(OUTPUTS),
            dynamic_axes={
                "ids": {0: "batch", 1: "tokens"},
                "mask": {0: "batch", 1: "tokens"},
                "members": {0: "batch", 1: "pieces", 2: "tokens"},
                "markers": {0: "batch", 1: "pieces"},
                "sentences": {0: "batch", 1: "pieces"},
                "tokens": {0: "batch", 1: "tokens"},
                "kind": {0: "batch"},
                "vectors": {0: "batch", 1: "pieces"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    model = onnx.load(str(path))
    model.producer_name = "notecheck"
    onnx.save(model, str(path))
