"""safetensors files without the package of that name: the very bytes of safetensors.numpy.save_file, on NumPy alone."""

import json

import numpy as np

# NumPy has no bfloat16: its 16 bits stand in an integer.
TYPES = {"F64": np.dtype("<f8"), "F32": np.dtype("<f4"), "F16": np.dtype("<f2"), "BF16": np.dtype("<u2")}


def save_file(tensors, path, metadata=None):
    names = {dtype: name for name, dtype in TYPES.items()}
    arrays = {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}
    header, data = {"__metadata__": metadata} if metadata else {}, b""
    for name, array in sorted(arrays.items(), key=lambda item: (-item[1].itemsize, item[0])):
        offsets = [len(data), len(data) + array.nbytes]
        header[name] = {"dtype": names[array.dtype], "shape": list(array.shape), "data_offsets": offsets}
        data += array.tobytes()
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text + data)


def load_file(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    header.pop("__metadata__", None)
    return {
        name: np.frombuffer(data[slice(*tensor["data_offsets"])], TYPES[tensor["dtype"]]).reshape(tensor["shape"]).copy()
        for name, tensor in header.items()
    }
