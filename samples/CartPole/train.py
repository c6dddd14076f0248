"""Trains the policy of this sample, and exports it: `python3 train.py` writes policy.onnx beside this file.

Needs PyTorch; tried with 1.13 on one core, where it takes about a minute. The cart-pole is that of Barto, Sutton and Anderson (1983), with the
numbers and the Euler steps that are usual since: the same stand in CartPole.cs. Policy gradient (Williams 1992) over many poles at once, each return
compared with the mean of its step.
"""

import math
import os

import torch
from torch import nn

POLES = 128
STEPS = 500
ROUNDS = 120
DISCOUNT = 0.99

torch.manual_seed(1)
torch.set_num_threads(1)


def step(state, action):
    """The state after 0.02 s of a push to the left (0) or to the right (1), and whether the pole still stands."""
    x, v, angle, turn = state.unbind(1)
    force = torch.where(action == 1, 10.0, -10.0)
    sine, cosine = torch.sin(angle), torch.cos(angle)
    push = (force + 0.05 * turn * turn * sine) / 1.1
    angular = (9.8 * sine - cosine * push) / (0.5 * (4 / 3 - 0.1 * cosine * cosine / 1.1))
    linear = push - 0.05 * angular * cosine / 1.1
    after = torch.stack([x + 0.02 * v, v + 0.02 * linear, angle + 0.02 * turn, turn + 0.02 * angular], 1)
    stands = (after[:, 0].abs() <= 2.4) & (after[:, 2].abs() <= 12 * math.pi / 180)
    return after, stands


policy = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 2))
optimizer = torch.optim.Adam(policy.parameters(), lr=5e-3)
for episode in range(ROUNDS):
    state = torch.rand(POLES, 4) * 0.1 - 0.05
    alive = torch.ones(POLES, dtype=torch.bool)
    states, actions, lives = [], [], []
    with torch.no_grad():
        for _ in range(STEPS):
            action = torch.distributions.Categorical(logits=policy(state)).sample()
            states.append(state)
            actions.append(action)
            lives.append(alive)
            state, stands = step(state, action)
            alive = alive & stands
            if not alive.any():
                break
    states, actions, lives = torch.stack(states), torch.stack(actions), torch.stack(lives).float()
    returns = torch.zeros_like(lives)
    future = torch.zeros(POLES)
    for t in reversed(range(len(returns))):
        future = lives[t] * (1 + DISCOUNT * future)
        returns[t] = future
    mean = returns.sum(1) / lives.sum(1).clamp(min=1)
    advantage = (returns - mean[:, None]) * lives
    advantage = advantage / (advantage.pow(2).sum() / lives.sum()).sqrt().clamp(min=1e-6)
    chosen = torch.distributions.Categorical(logits=policy(states)).log_prob(actions)
    loss = -(chosen * advantage * lives).sum() / lives.sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if episode % 10 == 9:
        print(f"round {episode + 1}: a pole stands for {lives.sum(0).mean():.0f} steps", flush=True)

torch.onnx.export(
    policy,
    torch.zeros(1, 4),
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "policy.onnx"),
    input_names=["state"],
    output_names=["preferences"],
    dynamic_axes={"state": {0: "batch"}, "preferences": {0: "batch"}},
    opset_version=17,
)
