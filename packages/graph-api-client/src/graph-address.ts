import type { GraphClientOptions } from './client-types.ts';
import { parameterText, type Parameters } from './request-body.ts';

export type Target = {
  node: string;
  edge?: string;
  /** Conversations have ids of letters too; everything else is digits. */
  isThread?: boolean;
};

const nodeShape = /^(me|debug_token|oauth|\d{1,40}(_\d{1,40}){0,3})$/;
const threadShape = /^([tm]_[\w.$:=-]{1,500}|[A-Za-z0-9][\w-]{15,500}={0,2})$/;

/** Empty when the node is not an id: nothing from outside may bend the path. */
export function graphAddress(
  settings: Pick<GraphClientOptions, 'baseUrls' | 'version'>,
  target: Target,
  query: Parameters = {},
): string {
  const shape = target.isThread ? threadShape : nodeShape;
  if (!shape.test(target.node)) return '';
  const { baseUrls, version = 'v26.0' } = settings;
  const path = [version, encodeURIComponent(target.node), target.edge]
    .filter((part) => part !== undefined)
    .join('/');
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, parameterText(value));
  }
  return `${baseUrls.graph.replace(/\/+$/, '')}/${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
}
