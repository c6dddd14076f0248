#!/usr/bin/env python3
"""Makes optimizers.json beside it: five parameters over ten steps of PyTorch's optimizers, in double precision.

    python3 optimizers.py

needs PyTorch 1.13 or later (Debian: python3-torch). Three parameters are weights, two are biases, which are not decayed.
PyTorch has no L1 penalty, so L1 * sign(w) is added to the gradient before a step.
"""

import json
import pathlib

import torch

WEIGHTS = [0.5, -1.25, 0.0]
BIASES = [0.75, -0.125]
RATE = 0.05
GRADIENTS = [[((7 * step + 5 * i) % 11 - 5) / (4.0 * (i + 1)) for i in range(5)] for step in range(10)]

# Name, constants by the names of the C# side, PyTorch's optimizer, what it calls them.
CASES = [
    ("SGD", {}, torch.optim.SGD, {}),
    ("Momentum", {"Momentum": 0.9}, torch.optim.SGD, {"momentum": 0.9}),
    ("Nesterov", {"Momentum": 0.8}, torch.optim.SGD, {"momentum": 0.8, "nesterov": True}),
    ("RMSProp", {"Rho": 0.99, "Epsilon": 1e-8}, torch.optim.RMSprop, {"alpha": 0.99, "eps": 1e-8}),
    ("RMSProp", {"Rho": 0.9, "Epsilon": 0.01}, torch.optim.RMSprop, {"alpha": 0.9, "eps": 0.01}),
    ("Adam", {"Beta1": 0.9, "Beta2": 0.999, "Epsilon": 1e-8}, torch.optim.Adam, {"betas": (0.9, 0.999), "eps": 1e-8}),
    ("Adam", {"Beta1": 0.8, "Beta2": 0.95, "Epsilon": 0.01}, torch.optim.Adam, {"betas": (0.8, 0.95), "eps": 0.01}),
    ("AdamW", {"Beta1": 0.9, "Beta2": 0.999, "Epsilon": 1e-8}, torch.optim.AdamW, {"betas": (0.9, 0.999), "eps": 1e-8}),
]


def run(name, constants, optimizer, arguments, decay, l1):
    weights = torch.tensor(WEIGHTS, dtype=torch.float64, requires_grad=True)
    biases = torch.tensor(BIASES, dtype=torch.float64, requires_grad=True)
    groups = [{"params": [weights], "weight_decay": decay}, {"params": [biases], "weight_decay": 0.0}]
    stepper = optimizer(groups, lr=RATE, **arguments)
    trajectory = []
    for gradient in GRADIENTS:
        gradient = torch.tensor(gradient, dtype=torch.float64)
        weights.grad = gradient[:3] + l1 * torch.sign(weights.detach())
        biases.grad = gradient[3:].clone()
        stepper.step()
        trajectory.append(weights.tolist() + biases.tolist())
    return {"optimizer": name, "constants": {**constants, "WeightDecay": decay, "L1": l1}, "parameters": trajectory}


def main():
    cases = [run(*case, decay, l1) for case in CASES for decay, l1 in ((0.0, 0.0), (0.1, 0.0), (0.0, 0.02), (0.1, 0.02))]
    document = {
        "made_with": f"PyTorch {torch.__version__}",
        "rate": RATE,
        "start": WEIGHTS + BIASES,
        "gradients": GRADIENTS,
        "cases": cases,
    }
    # A line for each list of a name and for each case.
    text = json.dumps(document).replace('], "', '],\n"').replace('{"optimizer"', '\n{"optimizer"')
    pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
