import type { Format } from '../contract/shapes.ts';

export type Scene = { format: Format };
