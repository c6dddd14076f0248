// Makes networks.json and the weight files beside it: small networks of TensorFlow.js, whose layers are those of Keras in
// JavaScript, and their outputs. Keras itself is not among the packages of Debian.
//
//     npm install --no-save --legacy-peer-deps @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-layers@4.22.0 \
//         @tensorflow/tfjs-backend-cpu@4.22.0
//     node networks.js
//
// in a copy of this folder, or with NODE_PATH set. All is computed in JavaScript on one thread, from given seeds: the same
// version gives the same files. Outputs are what predict gives, in single precision.
"use strict";

const fs = require("fs");
const path = require("path");
const tf = require("@tensorflow/tfjs-core");
require("@tensorflow/tfjs-backend-cpu");
const { sequential, layers, initializers } = require("@tensorflow/tfjs-layers");

const SAMPLES = 19;

// Activations by the names of the C# side.
const ACTIVATIONS = {
    Identity: "linear",
    ReLU: "relu",
    ELU: "elu",
    Softplus: "softplus",
    Sigmoid: "sigmoid",
    Tanh: "tanh",
    Softmax: "softmax",
};
const LOSSES = { Identity: "meanSquaredError", Softmax: "categoricalCrossentropy", Sigmoid: "binaryCrossentropy" };

// Sizes, hidden activation, output; equal neighbours, whose orientation no shape betrays.
const NETWORKS = [
    [[9, 3], null, "Softmax"],
    [[4, 16, 3], "ReLU", "Softmax"],
    [[2, 4, 1], "Tanh", "Sigmoid"],
    [[33, 20, 20, 4], "ELU", "Sigmoid"],
    [[3, 17, 2], "Softplus", "Identity"],
    [[8, 8, 8, 8, 8, 8, 8, 8, 8], "Tanh", "Identity"],
];

/** Normally distributed, in steps of 1/128: few digits, and the same numbers in every precision. */
const inputs = (samples, size, seed) => tf.div(tf.round(tf.mul(tf.randomNormal([samples, size], 0, 1, "float32", seed), 128)), 128);

function safetensors(tensors) {
    const header = {};
    const data = [];
    let begin = 0;
    for (const [name, tensor] of tensors.sort(([a], [b]) => (a < b ? -1 : 1))) {
        const bytes = Buffer.from(tensor.dataSync().slice().buffer);
        header[name] = { dtype: "F32", shape: tensor.shape, data_offsets: [begin, begin + bytes.length] };
        data.push(bytes);
        begin += bytes.length;
    }
    const json = JSON.stringify(header);
    const text = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(text.length));
    return Buffer.concat([length, text, ...data]);
}

async function networkCase([sizes, hidden, output], seed) {
    const model = sequential();
    sizes.slice(1).forEach((units, layer) =>
        model.add(
            layers.dense({
                units,
                inputShape: [sizes[layer]],
                activation: ACTIVATIONS[layer === sizes.length - 2 ? output : hidden],
                kernelInitializer: initializers.glorotUniform({ seed: 100 * seed + layer + 1 }),
            })
        )
    );

    const outputs = sizes[sizes.length - 1];
    const x = inputs(256, sizes[0], 1000 + seed);
    const z = tf.sin(tf.matMul(x, inputs(sizes[0], outputs, 2000 + seed)));
    const y = { Identity: () => z, Softmax: () => tf.oneHot(tf.argMax(z, 1), outputs), Sigmoid: () => tf.cast(tf.greater(z, 0), "float32") };
    model.compile({ optimizer: tf.train.adam(0.01), loss: LOSSES[output] });
    await model.fit(x, y[output](), { epochs: 20, shuffle: false, verbose: 0 });

    // The recipe for Keras, in JavaScript.
    const dense = model.layers.filter((layer) => layer.getClassName() === "Dense");
    const tensors = dense.flatMap((layer, i) => {
        const [kernel, bias] = layer.getWeights();
        const name = i === 0 ? "dense" : `dense_${i}`;
        return [[`${name}/kernel`, kernel], [`${name}/bias`, bias]];
    });
    const file = [...sizes, hidden, output, "f32"].filter((part) => part !== null).join("-").toLowerCase() + ".safetensors";
    fs.writeFileSync(path.join(__dirname, file), safetensors(tensors));

    const asked = inputs(SAMPLES, sizes[0], 3000 + seed);
    return {
        file,
        sizes,
        hidden,
        output,
        dtype: "F32",
        inputs: [...asked.dataSync()],
        outputs: [...model.predict(asked).dataSync()].map((value) => Number(value.toPrecision(9))),
    };
}

async function main() {
    const cases = [];
    for (let seed = 0; seed < NETWORKS.length; seed++) {
        cases.push(await networkCase(NETWORKS[seed], seed));
    }
    const text = JSON.stringify({ made_with: `TensorFlow.js ${tf.version_core}`, cases });
    // A line for each list.
    fs.writeFileSync(path.join(__dirname, "networks.json"), text.replace(/\{"file"|"inputs"|"outputs"/g, "\n$&") + "\n");
}

main();
