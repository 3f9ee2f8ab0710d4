import { randomUUID } from "node:crypto";
import type { Jobs, Outcome, State, StoredEvent } from "../types.js";

export interface RunningJobs {
  readonly jobs: Jobs;
  /** Advances all pending work one step immediately. */
  advance(): void;
  stop(): void;
}

/** Runs queued work after a delay: an event is PENDING for the first half and RUNNING for the second. */
export function startJobs(state: State, eventMs: number): RunningJobs {
  const waiting = new Map<NodeJS.Timeout, () => void>();
  const after = (ms: number, step: () => void): void => {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      step();
    }, ms);
    waiting.set(timer, step);
  };
  const cancel = (): (() => void)[] => {
    const steps = [...waiting.values()];
    for (const timer of waiting.keys()) clearTimeout(timer);
    waiting.clear();
    return steps;
  };

  const jobs: Jobs = {
    queue(type, payload, work) {
      const event = addEvent(state, type, payload);
      after(eventMs / 2, () => {
        event.status = "RUNNING";
        event.started_at = stamp(event);
        after(eventMs / 2, () => finish(event, work));
      });
      return event;
    },
    record(type, payload, results) {
      const event = addEvent(state, type, payload);
      event.started_at = event.created_at;
      finish(event, () => results);
      return event;
    },
    later: (work) => after(eventMs, work),
  };
  return {
    jobs,
    advance() {
      for (const step of cancel()) step();
    },
    stop: cancel,
  };
}

function addEvent(state: State, event_type: string, payload: Record<string, unknown>): StoredEvent {
  const now = new Date().toISOString();
  const event: StoredEvent = {
    id: randomUUID(),
    event_type,
    status: "PENDING",
    payload,
    results: null,
    created_at: now,
    updated_at: now,
    started_at: null,
    completed_at: null,
    error: null,
  };
  state.events.set(event.id, event);
  return event;
}

function finish(event: StoredEvent, work: () => readonly Outcome[]): void {
  try {
    event.results = work();
    event.status = "SUCCEEDED";
  } catch (error) {
    event.error = error instanceof Error ? error.message : String(error);
    event.status = "FAILED";
  }
  event.completed_at = stamp(event);
}

function stamp(event: StoredEvent): string {
  event.updated_at = new Date().toISOString();
  return event.updated_at;
}
