import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const PAINTED_BUCKETS_SECONDS = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30];

/** What the live side counts. */
export interface Instruments {
  readonly connections: Gauge;
  readonly frames: Counter;
  readonly bytes: Counter;
  readonly patches: Counter;
  readonly snapshots: Counter;
  readonly conflations: Counter;
  readonly refused: Counter<'status'>;
  readonly painted: Histogram;
}

export const createInstruments = (registry: Registry): Instruments => {
  const counter = (name: string, help: string): Counter => new Counter({ name, help, registers: [registry] });
  return {
    connections: new Gauge({
      name: 'paceboard_live_connections',
      help: 'Screens connected now',
      registers: [registry],
    }),
    frames: counter('paceboard_live_frames_total', 'Frames given to sockets'),
    bytes: counter('paceboard_live_bytes_total', 'Bytes of frames given to sockets'),
    patches: counter('paceboard_live_patches_total', 'Patches encoded, each once for all screens of a group'),
    snapshots: counter('paceboard_live_snapshots_total', 'Whole documents sent'),
    conflations: counter('paceboard_live_conflations_total', 'Times that a slow screen was taken off the patches'),
    refused: new Counter({
      name: 'paceboard_live_refused_total',
      help: 'Upgrade requests refused, by status',
      labelNames: ['status'],
      registers: [registry],
    }),
    painted: new Histogram({
      name: 'paceboard_live_painted_seconds',
      help: 'From the save to the pixels, as screens report it',
      buckets: PAINTED_BUCKETS_SECONDS,
      registers: [registry],
    }),
  };
};
