"""Likelihood of a row of roles under the scores of a word-by-word chain.

The score of a row is the sum of its words' role scores, of one transition for each step, and of
the beginning and ending scores where the role changes. Rows start and end outside.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import one_hot, pad

from quoth.reading.roles import ROLES

NEVER = -1e4


def steps(scores: Tensor, transitions: Tensor, mask: Tensor) -> Tensor:
    """Score of each step from role i to role j: (cues, words + 1, i, j).

    The first step leads from outside into the first word, the last one out of the last word;
    words that `mask` leaves out can only be outside.
    """
    role, begin, end = scores.float().split([ROLES, ROLES - 1, ROLES - 1], dim=-1)
    outside = torch.zeros(ROLES, device=scores.device).index_fill_(
        0, torch.arange(1, ROLES, device=scores.device), NEVER
    )
    role = torch.where(mask[..., None], role, outside)
    role = torch.cat([role, outside.expand(len(role), 1, -1)], 1)
    begin = pad(begin * mask[..., None], (1, 0, 0, 1))
    end = pad(end * mask[..., None], (1, 0, 1, 0))
    change = 1 - torch.eye(ROLES, device=scores.device)
    return transitions + change * (end[..., :, None] + begin[..., None, :]) + role[..., None, :]


def log_partition(step: Tensor) -> Tensor:
    """Logarithm of the sum over all rows, by joining neighbouring steps pairwise."""
    while step.shape[1] > 1:
        if step.shape[1] % 2:
            neutral = torch.full((ROLES, ROLES), NEVER, device=step.device).fill_diagonal_(0.0)
            step = torch.cat([step, neutral.expand(len(step), 1, -1, -1)], 1)
        left, right = step[:, 0::2], step[:, 1::2]
        step = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
    return step[:, 0, 0, 0]


def edges_of(roles: Tensor) -> Tensor:
    """The steps that rows (cues, words) take, 0 or 1: (cues, words + 1, roles, roles)."""
    path = pad(roles, (1, 1))
    taken = one_hot(path[:, :-1] * ROLES + path[:, 1:], ROLES * ROLES)
    return taken.view(*taken.shape[:2], ROLES, ROLES).float()


def log_likelihood(scores: Tensor, transitions: Tensor, mask: Tensor, edges: Tensor) -> Tensor:
    """Mean log-likelihood, for each cue, of rows that take each step with probability `edges`."""
    step = steps(scores, transitions, mask)
    return (step * edges).sum((1, 2, 3)) - log_partition(step)


def likely_edges(scores: Tensor, transitions: Tensor, mask: Tensor) -> Tensor:
    """How probable each step is under the scores: the gradient of the partition function."""
    with torch.enable_grad():
        step = steps(scores.detach(), transitions.detach(), mask).requires_grad_()
        (edges,) = torch.autograd.grad(log_partition(step).sum(), step)
    return edges
