import type { PointerEvent } from 'react';

const edges = ['start', 'end'] as const;
export type Edge = (typeof edges)[number];

/** What is drawn at to make a bar of the timeline shorter or longer. By keys the fields beside it do that. */
export function BarEdges({
  onDraw,
}: {
  onDraw: (event: PointerEvent<HTMLElement>, edge: Edge) => void;
}) {
  return edges.map((edge) => (
    <span
      key={edge}
      className={`film-edge film-edge-${edge}`}
      aria-hidden="true"
      onPointerDown={(event) => onDraw(event, edge)}
    />
  ));
}
