"""How the scripts of each framework write down their cases: what networks.json beside them has."""

import json

import numpy as np

SAMPLES = 19


def inputs(random, samples, size):
    """Normally distributed, in steps of 1/128: few digits, and the same numbers in every precision."""
    return np.round(random.standard_normal((samples, size)) * 128) / 128 + 0.0


def name(sizes, hidden, output, dtype):
    activations = [text.translate(str.maketrans({",": None, "(": None, ")": None, " ": "-"})) for text in [hidden, output] if text]
    return "-".join([*map(str, sizes), *activations, dtype]).lower() + ".safetensors"


def case(file, sizes, hidden, output, dtype, inputs, outputs):
    """Nine digits are more than single precision has, and fewer than those in which linear algebra libraries differ."""
    return {
        "file": file,
        "sizes": sizes,
        "hidden": hidden,
        "output": output,
        "dtype": dtype,
        "inputs": np.asarray(inputs).ravel().tolist(),
        "outputs": [float(f"{value:.9g}") for value in np.asarray(outputs).ravel()],
    }


def write(path, made_with, cases):
    """A line for each list."""
    text = json.dumps({"made_with": made_with, "cases": cases})
    for key in ('{"file"', '"inputs"', '"outputs"'):
        text = text.replace(" " + key, "\n" + key)
    path.write_text(text + "\n", encoding="utf-8")
