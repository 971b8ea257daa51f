import { createContext, useContext, type MouseEvent } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';

/** What every tile of the plan needs to know, whichever view draws it. */
export type TileSurroundings = {
  /** The post whose sheet is open. */
  openId: string | undefined;
  picked: ReadonlySet<string>;
  campaigns: ReadonlyMap<string, Campaign>;
  /** A click: opens the post, or with Ctrl and Shift picks it. */
  onPress: (postId: string, event: MouseEvent) => void;
};

export const TileContext = createContext<TileSurroundings>({
  openId: undefined,
  picked: new Set(),
  campaigns: new Map(),
  onPress: () => {},
});

export function useTileSurroundings(): TileSurroundings {
  return useContext(TileContext);
}
