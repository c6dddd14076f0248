#!/usr/bin/env python3
"""Makes classifier.json beside it: twenty epochs of scikit-learn's MLPClassifier on the iris data, in double precision.

    python3 classifier.py

needs scikit-learn 1.2 (Debian 12: python3-sklearn, run with /usr/bin/python3). The same version gives the same file, but
for last digits that depend on the linear algebra library.

What the other side needs is in the file: inputs (standardised with the training part's mean and deviation and rounded to
single precision, so that both sides see the same numbers) and labels of a stratified split; for each case the initial
parameters (single precision, for each layer W row by row as [out, in], then b), and the hyper-parameters. Samples are
taken in the order of the file, each epoch the same; the last batch of an epoch may be smaller; nothing stops a fit early.

Recorded after each epoch:
  training_loss  the mean log loss of the epoch's batches, each before its step (loss_curve_ without the penalty)
  loss_curve     scikit-learn's own loss_curve_: with the penalty alpha / (2 n) |W|^2 of a batch of n samples
  log_loss       the mean log loss of the training part after the epoch
  held_out_loss  the mean log loss of the held-out part after the epoch

scikit-learn divides alpha by the size of the batch, so that with batches of one size alpha is a weight decay of
alpha / batch_size, which is what the case's weight_decay is.
"""

import csv
import json
import pathlib

import numpy as np
import sklearn
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

HERE = pathlib.Path(__file__).resolve().parent
IRIS = HERE.parents[2] / "samples" / "Iris" / "iris.csv"
EPOCHS = 20
SIZES = [4, 16, 3]

SOLVERS = {
    "SGD": {"solver": "sgd", "momentum": 0.0, "nesterovs_momentum": False, "learning_rate_init": 0.05},
    "Momentum": {"solver": "sgd", "momentum": 0.9, "nesterovs_momentum": False, "learning_rate_init": 0.01},
    "Nesterov": {"solver": "sgd", "momentum": 0.9, "nesterovs_momentum": True, "learning_rate_init": 0.01},
    "Adam": {"solver": "adam", "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-8, "learning_rate_init": 0.01},
}

# Activation, batch size, alpha: batches that divide the 120 samples and batches that do not, then with a penalty.
SETTINGS = [("relu", 20, 0.0), ("relu", 32, 0.0), ("tanh", 20, 0.0), ("tanh", 32, 0.0), ("relu", 20, 0.2)]


class Classifier(MLPClassifier):
    """MLPClassifier that starts from given parameters and records the losses without the penalty."""

    def _init_coef(self, fan_in, fan_out, dtype):
        weights, biases = self.start.pop(0)
        return weights.T.astype(dtype), biases.astype(dtype)

    def _backprop(self, X, y, activations, deltas, coef_grads, intercept_grads):
        penalty = 0.5 * self.alpha * sum(np.sum(w * w) for w in self.coefs_) / X.shape[0]
        result = super()._backprop(X, y, activations, deltas, coef_grads, intercept_grads)
        self.log_loss_sum += (result[0] - penalty) * X.shape[0]
        return result


def load():
    with open(IRIS, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = sorted({row["species"] for row in rows})
    features = np.array([[float(value) for key, value in row.items() if key != "species"] for row in rows])
    labels = np.array([names.index(row["species"]) for row in rows])
    train, test, train_labels, test_labels = train_test_split(
        features, labels, test_size=30, stratify=labels, random_state=0
    )
    mean, deviation = train.mean(axis=0), train.std(axis=0)

    def standardise(x):
        return ((x - mean) / deviation).astype(np.float32).astype(np.float64)

    return standardise(train), train_labels, standardise(test), test_labels


def initial_parameters(seed):
    """Uniform on +-1/sqrt(fan-in) for weights and biases."""
    random = np.random.RandomState(seed)
    layers = []
    for fan_in, fan_out in zip(SIZES, SIZES[1:]):
        limit = 1 / np.sqrt(fan_in)
        weights = random.uniform(-limit, limit, (fan_out, fan_in)).astype(np.float32)
        layers.append((weights, random.uniform(-limit, limit, fan_out).astype(np.float32)))
    return layers


def flat(layers):
    return [float(value) for weights, biases in layers for value in [*weights.ravel(), *biases]]


def run(data, optimizer, activation, batch_size, alpha, seed):
    train, train_labels, test, test_labels = data
    layers = initial_parameters(seed)

    def classifier():
        made = Classifier(
            hidden_layer_sizes=SIZES[1:-1], activation=activation, alpha=alpha, batch_size=batch_size, shuffle=False,
            learning_rate="constant", max_iter=EPOCHS, n_iter_no_change=EPOCHS + 1, tol=0.0, early_stopping=False,
            **SOLVERS[optimizer],
        )  # fmt: skip
        made.start = list(layers)
        made.log_loss_sum = 0.0
        return made

    # An epoch at a time, to look at the network in between; it must be what one fit does.
    stepped = classifier()
    training_loss, after, held_out = [], [], []
    for _ in range(EPOCHS):
        stepped.log_loss_sum = 0.0
        stepped.partial_fit(train, train_labels, classes=np.arange(SIZES[-1]))
        training_loss.append(stepped.log_loss_sum / len(train))
        after.append(log_loss(train_labels, stepped.predict_proba(train)))
        held_out.append(log_loss(test_labels, stepped.predict_proba(test)))
    whole = classifier().fit(train, train_labels)
    assert whole.loss_curve_ == stepped.loss_curve_ and len(whole.loss_curve_) == EPOCHS

    solver = SOLVERS[optimizer]
    return {
        "optimizer": optimizer,
        "hidden": {"relu": "ReLU", "tanh": "Tanh"}[activation],
        "batch_size": batch_size,
        "learning_rate": solver["learning_rate_init"],
        "alpha": alpha,
        "weight_decay": alpha / batch_size,
        "initial_parameters": flat(layers),
        "training_loss": training_loss,
        "loss_curve": whole.loss_curve_,
        "log_loss": after,
        "held_out_loss": held_out,
    }


def main():
    assert sklearn.__version__.startswith("1.2."), sklearn.__version__
    data = load()
    cases = [run(data, optimizer, *setting, seed) for optimizer in SOLVERS for seed, setting in enumerate(SETTINGS)]
    train, train_labels, test, test_labels = data
    document = {
        "made_with": f"scikit-learn {sklearn.__version__}",
        "sizes": SIZES,
        "inputs": train.ravel().tolist(),
        "labels": train_labels.tolist(),
        "held_out_inputs": test.ravel().tolist(),
        "held_out_labels": test_labels.tolist(),
        "cases": cases,
    }
    # A line for each list: long enough to be few, short enough to be compared.
    text = json.dumps(document).replace('], "', '],\n"').replace('{"optimizer"', '\n{"optimizer"')
    (HERE / "classifier.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
