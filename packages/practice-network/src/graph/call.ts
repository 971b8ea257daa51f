import type { NodeKind } from '../world/ids.ts';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import type { GraphNode, ReadContext } from './graph-node.ts';
import type { Params } from './params.ts';
import type { TokenOwner } from './token-owner.ts';

/** One call of the Graph API, parsed and let in. */
export interface Call {
  method: string;
  world: World;
  settings: Settings;
  params: Params;
  nowMs: number;
  owner: TokenOwner;
  /** The node in the path; `root` and paths like `me` are resolved before. */
  id: string;
  kind: NodeKind;
  /** What stands behind the edge in the path. */
  tail?: string;
  context: ReadContext;
  /** Fault modes that change how the world behaves, not how it answers. */
  bends: ReadonlySet<string>;
  /** Reads any node. */
  load(id: string): GraphNode | undefined;
}

export type Answer = Record<string, unknown>;

export interface AccessRule {
  token?: 'page' | 'user';
  needs: readonly string[];
  refusal: 10 | 200;
  /** A user token sees nothing instead of a refusal. */
  emptyForUser?: boolean;
  /** What the person must be allowed to do on the Page. */
  task?: 'CREATE_CONTENT' | 'MODERATE' | 'MESSAGING' | 'ANALYZE';
}

/** A writing edge (or a reading one that is more than a list of nodes). */
export interface Route {
  /** Field list file and endpoint whose parameters are known. */
  spec?: readonly [file: string, endpoint: string];
  /** Parameters that work although the list lacks them. */
  extra?: readonly string[];
  rule: AccessRule;
  run(call: Call): Answer | Promise<Answer>;
}

export type Routes = Readonly<Record<string, Route>>;

/** A call as it came, before it is known what it asks for. */
export interface GraphRequest {
  method: string;
  segments: readonly string[];
  version: string;
  params: Params;
  owner: TokenOwner;
  settings: Settings;
  /** Reads see the world as it was this long ago. */
  staleMs: number;
  bends: ReadonlySet<string>;
}
