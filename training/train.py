"""Train the statements network; a run that was cut short goes on from its last epoch.

usage: python -m training.train --data DIR --base DIR --out DIR [--epochs N] [--learning-rate X] ...
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from .batches import Batch, batches, special_of
from .data import Example, examples, read_rows, read_tokenizer
from .encoder import EncoderConfig, load_pretrained
from .evaluate import dev_table
from .lesson import Lesson
from .model import Chain, StatementNet, chain_loss, link_loss, span_vectors, taught_loss
from .settings import TrainSettings, settings_of

LAST = "last.pt"
STABLE = "stable.pt"
"""The run as it was last saved, and as it was when its rates began to fall: from there another one can go on."""


def build(settings: TrainSettings) -> StatementNet:
    """The untrained network on the published encoder."""
    torch.manual_seed(settings.seed)
    net = StatementNet(EncoderConfig.read(settings.base), settings.dropout)
    if settings.begin:
        net.load_state_dict(torch.load(settings.begin, weights_only=True))
    else:
        load_pretrained(net.encoder, settings.base)
    net.encoder.words.requires_grad_(settings.train_words)
    for layer in [net.encoder.positions, *net.encoder.layers][: settings.frozen_layers and settings.frozen_layers + 1]:
        layer.requires_grad_(requires_grad=False)
    return net


def losses_of(
    net: StatementNet, batch: Batch, teacher: Chain | None = None, share: float = 0.0, *, bfloat16: bool = False
) -> tuple[Tensor, Tensor]:
    """Chain and link loss of a batch, each summed over its words.

    share  the teacher's part in the loss of gold windows; what is not annotated is learnt from the teacher alone
    """
    with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
        tag_scores, links = net(batch.ids, batch.marks, batch.mask)
    tag_scores, links = tag_scores.float(), links.float()
    rows = torch.arange(len(batch.heads))[:, None]
    scores = tag_scores[rows, batch.heads]
    read = batch.taught.flatten(1).any(1).float() if teacher is not None else torch.zeros(len(scores))
    own = share * read
    chain = ((1 - own) * batch.gold * chain_loss(scores, batch.tags, batch.lengths, net.chain())).sum()
    if teacher is not None:
        weights = torch.where(batch.gold > 0, own, read)
        chain = chain + taught_loss(scores, batch.taught, batch.lengths, net.chain(), teacher, weights)
    link = links.new_zeros(())
    for window, vectors in zip(batch.links, links[rows, batch.heads], strict=True):
        link = link + _window_links(net, window, vectors)
    return chain, link


def _window_links(net: StatementNet, window: Any, vectors: Tensor) -> Tensor:
    total = vectors.new_zeros(())
    if len(window.cues):
        asks = span_vectors(vectors, "cue_asks", *window.cues.T)
        answers = span_vectors(vectors, "source_answers", *window.sources.T)
        bias = net.source_table[window.source_buckets]
        total = total + link_loss(asks, answers, bias, net.nobody(asks), window.source_of)
    if len(window.cues) and len(window.contents):
        asks = span_vectors(vectors, "content_asks", *window.contents.T)
        answers = span_vectors(vectors, "cue_answers", *window.cues.T)
        total = total + link_loss(asks, answers, net.cue_table[window.cue_buckets], None, window.cue_of)
    return total


def optimizer_of(net: StatementNet, settings: TrainSettings) -> torch.optim.AdamW:
    """Three rates: the encoder's, the new layers', the chain's; no decay on vectors and norms."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, value in net.named_parameters():
        if not value.requires_grad:
            continue
        rate = settings.learning_rate
        if not name.startswith("encoder.") or name == "encoder.marks.weight":
            rate = settings.head_rate
        if name in ("transitions", "start", "source_table", "cue_table"):
            rate = settings.chain_rate
        decay = settings.weight_decay if value.ndim > 1 and rate != settings.chain_rate else 0.0
        groups.setdefault((rate, decay), []).append(value)
    return torch.optim.AdamW(
        [{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def epoch_examples(
    rows: Sequence[dict[str, Any]], tokenizer: Tokenizer, settings: TrainSettings, epoch: int, lesson: Lesson | None
) -> Iterator[Example]:
    """Every row's windows that have gold or a teacher, with a window length drawn for this epoch."""
    draw = random.Random(settings.seed * 1000 + epoch)
    for row in rows:
        found = examples(row, tokenizer, draw.randint(settings.shortest_window, settings.longest_window))
        if lesson is not None:
            found = [lesson.taught(row["text"], example) for example in found]
        yield from (example for example in found if example.gold or example.taught)


@dataclass(slots=True)
class Run:
    """What a run carries from step to step, and from one start to the next."""

    net: StatementNet
    optimizer: torch.optim.AdamW
    rates: list[float]
    average: dict[str, Tensor]
    epoch: int = 0
    at: int = 0  # steps done in this epoch
    steps: int = 0
    spent_s: float = 0.0
    teacher: Chain | None = None


def train(settings: TrainSettings) -> Path:
    """Run what is still to do; returns the file of the averaged weights."""
    torch.set_num_threads(1)
    settings.out.mkdir(parents=True, exist_ok=True)
    tokenizer = read_tokenizer(settings.base)
    rows = read_rows(settings.data / "polnear-train.jsonl.gz")
    dev = read_rows(settings.data / "polnear-dev.jsonl")
    rows += read_rows(settings.unlabelled) if settings.unlabelled else []
    lesson = Lesson.read(settings.teacher) if settings.teacher else None
    run = start(settings)
    run.teacher = lesson.chain if lesson is not None else None
    with ThreadPoolExecutor(settings.threads) as pool:
        while run.epoch < settings.epochs:
            found = list(epoch_examples(rows, tokenizer, settings, run.epoch, lesson))
            drawn = list(batches(found, settings, run.epoch, special_of(tokenizer)))
            for losses in steps(run, drawn, settings, pool):
                keep(run, losses, settings)
                if run.steps % settings.score_steps == 0:
                    table = dev_table(averaged(run), settings, dev, tokenizer)
                    report(settings.out, {**standing(run, losses), "dev": table})
    save(settings.out / LAST, run)
    torch.save(averaged(run), settings.out / "average.pt")
    return settings.out / "average.pt"


def steps(run: Run, drawn: Sequence[Batch], settings: TrainSettings, pool: Executor) -> Iterator[list[float]]:
    """The losses a word of every step to the end of the epoch, from where the run stands in it."""
    run.net.train()
    groups = [drawn[i : i + settings.parts] for i in range(0, len(drawn), settings.parts)]
    for group in groups[run.at :]:
        share = (run.epoch + run.at / len(groups)) / settings.epochs
        if share >= settings.decay_from and not (settings.out / STABLE).exists():
            save(settings.out / STABLE, run)
        begun = time.monotonic()
        losses = one_step(run, group, share, settings, pool)
        run.spent_s += time.monotonic() - begun
        run.at += 1
        run.steps += 1
        yield losses
    run.epoch, run.at = run.epoch + 1, 0


def keep(run: Run, losses: list[float], settings: TrainSettings) -> None:
    """Save now and then."""
    if run.steps % settings.save_steps == 0:
        save(settings.out / LAST, run)
        print(json.dumps(standing(run, losses)), flush=True)


def standing(run: Run, losses: list[float]) -> dict[str, Any]:
    """Where the run stands, for the log; losses are the last step's."""
    return {
        "step": run.steps,
        "epoch": run.epoch,
        "at": run.at,
        "minutes": round(run.spent_s / 60, 1),
        "loss": [round(loss, 4) for loss in losses],
    }


def one_step(run: Run, parts: Sequence[Batch], share: float, settings: TrainSettings, pool: Executor) -> list[float]:
    """One update of weights and of their average; share is how much of the run is over.

    Each thread takes parts of the batch by itself: on a machine shared with others that is faster
    by half than many threads in one product, which all wait for the slowest.
    """
    pace = min(share / settings.warmup, 1.0, (1 - share) / (1 - settings.decay_from))
    for group, rate in zip(run.optimizer.param_groups, run.rates, strict=True):
        group["lr"] = rate * pace
    moving = moving_of(run.net)
    words = sum(int(part.lengths.sum()) for part in parts)
    done = list(pool.map(lambda part: _gradients(run.net, run.teacher, part, settings, words), parts))
    for i, value in enumerate(moving.values()):
        value.grad = torch.stack([gradients[i] for _, gradients in done]).sum(0)
    torch.nn.utils.clip_grad_norm_(list(moving.values()), 1.0)
    run.optimizer.step()
    decay = min(settings.average_decay, (run.steps + 1) / (10 + run.steps))
    with torch.no_grad():
        torch._foreach_lerp_(list(run.average.values()), [moving[name] for name in run.average], 1 - decay)
    return [sum(losses[i] for losses, _ in done) / words for i in range(2)]


def _gradients(
    net: StatementNet, teacher: Chain | None, part: Batch, settings: TrainSettings, words: int
) -> tuple[list[float], list[Tensor]]:
    torch.set_num_threads(1)
    chain, link = losses_of(net, part, teacher, settings.teacher_weight, bfloat16=settings.bfloat16)
    total = (chain + settings.link_weight * link) / words
    moving = list(moving_of(net).values())
    gradients = torch.autograd.grad(total, moving, materialize_grads=True)
    return [chain.item(), link.item()], list(gradients)


def moving_of(net: StatementNet) -> dict[str, Tensor]:
    """The parameters that training changes."""
    return {name: value for name, value in net.named_parameters() if value.requires_grad}


def averaged(run: Run) -> dict[str, Tensor]:
    """The network's state with its moving parameters replaced by their average."""
    return {**{k: v.detach().clone() for k, v in run.net.state_dict().items()}, **run.average}


def start(settings: TrainSettings) -> Run:
    """A fresh run, or the one whose last epoch was saved."""
    net = build(settings)
    optimizer = optimizer_of(net, settings)
    rates = [group["lr"] for group in optimizer.param_groups]
    average = {name: value.detach().clone() for name, value in moving_of(net).items()}
    run = Run(net, optimizer, rates, average)
    path = settings.out / LAST
    if path.exists():
        saved = torch.load(path, weights_only=True)
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        run.average = saved["average"]
        run.epoch, run.at, run.steps = saved["epoch"], saved["at"], saved["steps"]
        run.spent_s = saved["spent_s"]
        torch.manual_seed(settings.seed + run.steps)
    return run


def save(path: Path, run: Run) -> None:
    """Write the run whole or not at all."""
    state = {
        "net": run.net.state_dict(),
        "optimizer": run.optimizer.state_dict(),
        "average": run.average,
        "epoch": run.epoch,
        "at": run.at,
        "steps": run.steps,
        "spent_s": run.spent_s,
    }
    torch.save(state, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").replace(path)


def report(out: Path, line: dict[str, Any]) -> None:
    """One line a finished epoch, on the screen and in log.jsonl."""
    text = json.dumps(line)
    print(text, flush=True)
    with (out / "log.jsonl").open("a", encoding="utf8") as log:
        log.write(text + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Train with the settings of the command line."""
    train(settings_of(arguments))


if __name__ == "__main__":
    main()
