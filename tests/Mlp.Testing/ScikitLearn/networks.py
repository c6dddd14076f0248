#!/usr/bin/env python3
"""Makes networks.json and the weight files beside it: classifiers and regressors of scikit-learn, and their answers.

    python3 networks.py

needs scikit-learn 1.2 (Debian 12: python3-sklearn, run with /usr/bin/python3). The safetensors package need not be there:
../WeightFiles/safetensors_file.py writes the same bytes. The same version gives the same files, but for last digits that
depend on the linear algebra library.

The outputs are those of predict_proba (of the second class, where there are two) and of predict, by weights of double
precision. The file has them rounded to single precision, in one case as they are.
"""

import pathlib
import sys
import warnings

import numpy as np
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "WeightFiles"))
import reference_file

try:
    from safetensors.numpy import save_file
except ImportError:
    from safetensors_file import save_file

ACTIVATIONS = {"Identity": "identity", "ReLU": "relu", "Sigmoid": "logistic", "Tanh": "tanh"}

# Sizes, hidden activation, output, dtype: three classes, two, several labels at once, regression, double precision.
NETWORKS = [
    ([4, 16, 3], "ReLU", "Softmax", "F32"),
    ([2, 4, 1], "Tanh", "Sigmoid", "F32"),
    ([33, 20, 20, 4], "ReLU", "Sigmoid", "F32"),
    ([3, 17, 2], "Sigmoid", "Identity", "F32"),
    ([8, 12, 5], "Identity", "Softmax", "F64"),
]


def save(model, path):
    # fmt: off
    save_file({f"{name}.{i}": np.ascontiguousarray(value, dtype=np.float32)
               for name in ("coefs_", "intercepts_")
               for i, value in enumerate(getattr(model, name))}, path)
    # fmt: on


def save_as_they_are(model, path):
    # fmt: off
    save_file({f"{name}.{i}": np.ascontiguousarray(value)
               for name in ("coefs_", "intercepts_")
               for i, value in enumerate(getattr(model, name))}, path)
    # fmt: on


def case(seed, sizes, hidden, output, dtype):
    random = np.random.RandomState(seed)
    x = reference_file.inputs(random, 256, sizes[0])
    z = np.sin(x @ random.standard_normal((sizes[0], sizes[-1])) + random.standard_normal(sizes[-1]))
    estimator = MLPRegressor if output == "Identity" else MLPClassifier
    model = estimator(sizes[1:-1], activation=ACTIVATIONS[hidden], max_iter=50, random_state=seed)
    y = {"Identity": z, "Softmax": z.argmax(axis=1), "Sigmoid": z[:, 0] > 0 if sizes[-1] == 1 else z > 0}[output]
    model.fit(x, y)
    file = reference_file.name(sizes, hidden, output, dtype)
    (save if dtype == "F32" else save_as_they_are)(model, HERE / file)
    inputs = reference_file.inputs(random, reference_file.SAMPLES, sizes[0])
    if estimator is MLPRegressor:
        outputs = model.predict(inputs)
    else:
        # One output is the probability of the second class, True.
        outputs = model.predict_proba(inputs)[:, -sizes[-1] :]
    return reference_file.case(file, sizes, hidden, output, dtype, inputs, outputs)


def main():
    assert sklearn.__version__.startswith("1.2."), sklearn.__version__
    # Nothing here has to converge.
    warnings.simplefilter("ignore", ConvergenceWarning)
    made = [case(seed, *network) for seed, network in enumerate(NETWORKS)]
    reference_file.write(HERE / "networks.json", f"scikit-learn {sklearn.__version__}", made)


if __name__ == "__main__":
    main()
