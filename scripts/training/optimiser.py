"""Adam over all weights as one run of numbers, a cache's worth at a time, with their running mean."""
import math

import torch

CHUNK = 1 << 16
BETA_1, BETA_2 = 0.9, 0.9  # Dozat & Manning 2017
LARGEST_GRADIENT = 5.0


class Optimiser:
    """After this, each parameter and its gradient are views into `weights` and `gradients`."""

    def __init__(self, network):
        parameters = list(network.parameters())
        self.weights = torch.cat([p.detach().reshape(-1) for p in parameters])
        self.gradients, self.first, self.second = (torch.zeros_like(self.weights) for _ in range(3))
        self.mean = self.weights.clone()
        self.spare = torch.empty(CHUNK)
        self.steps, begin = 0, 0
        for p in parameters:
            p.data = self.weights[begin : begin + p.numel()].view(p.shape)
            p.grad = self.gradients[begin : begin + p.numel()].view(p.shape)
            begin += p.numel()

    def step(self, rate):
        """One step against the gradients, which are 0 then."""
        self.steps += 1
        norm = float(self.gradients.norm())
        if norm > LARGEST_GRADIENT:
            self.gradients.mul_(LARGEST_GRADIENT / norm)
        towards = 1 - min(0.998, (1 + self.steps) / (10 + self.steps))
        correct_1, correct_2 = 1 - BETA_1**self.steps, 1 - BETA_2**self.steps
        for begin in range(0, len(self.weights), CHUNK):
            part = slice(begin, begin + CHUNK)
            weights, gradients, first, second, mean = (v[part] for v in (self.weights, self.gradients, self.first, self.second, self.mean))
            spare = self.spare[: len(weights)]
            first.lerp_(gradients, 1 - BETA_1)
            second.mul_(BETA_2).addcmul_(gradients, gradients, value=1 - BETA_2)
            torch.sqrt(second, out=spare).mul_(1 / math.sqrt(correct_2)).add_(1e-8)
            weights.addcdiv_(first, spare, value=-rate / correct_1)
            mean.lerp_(weights, towards)
            gradients.zero_()
