import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { BrandPatch, Kit } from '../../../../shared/contract/brand.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { afterMove, emptyHistory, nextPatch, type Move } from './kit-history.ts';
import { emptyLine, mergePatches, sendPatch, settle, undoOf } from './kit-line.ts';

export type LogoKind = 'light' | 'dark';
export type LogoWish = ({ uploadId: string } | { assetId: string }) & {
  kind: LogoKind;
  trim: boolean;
};
export type KitDeeds = ReturnType<typeof useKitDeeds>;
/** Which part of a kit a logo is. */
const logoPatch = {
  light: { logoAssetId: null },
  dark: { logoDarkAssetId: null },
} as const;

type ChangedKit = Kit & { before: BrandPatch };

const settleMs = 400;

/** Changes that save themselves one after the other, and the way back. */
export function useKitDeeds(shopId: string, keep: (kit: Kit) => void) {
  const { line, saved, history, later, done, begin } = useKitLine(shopId, keep);
  const api = useApi();
  // A logo that is refused says so beside its place, not in a toast.
  const take = useMutation(api.brand.importLogo.mutationOptions());
  const typed = useRef<BrandPatch>(undefined);
  const send = (patch: BrandPatch) => later(begin(patch, 'change'));
  const flush = (): void => {
    const patch = typed.current;
    typed.current = undefined;
    if (patch) void send(patch);
  };
  const flushSoon = useDebouncedCallback(flush, { delay: settleMs, flushOnUnmount: true });
  const step = (move: 'undo' | 'redo') => (): void => {
    flush();
    void later(async () => {
      const patch = nextPatch(history.now(), move);
      if (patch) await begin(patch, move)();
    });
  };
  return {
    line: line.now,
    saved,
    isSaving: line.now.sent.length > 0 || line.now.typed !== undefined,
    canUndo: history.shown.past.length > 0,
    canRedo: history.shown.future.length > 0,
    undo: step('undo'),
    redo: step('redo'),
    /** Seen at once, saved when it rests. */
    change(patch: BrandPatch): void {
      const next = mergePatches(typed.current, patch);
      typed.current = next;
      line.set((now) => ({ ...now, typed: next }));
      flushSoon();
    },
    /** Saved now; answers what takes just this back, nothing when it was refused. */
    async apply(patch: BrandPatch): Promise<BrandPatch | undefined> {
      flush();
      const before = await send(patch);
      return before && undoOf(before, patch);
    },
    /** Makes a logo of it; throws when it is refused. */
    takeLogo(wish: LogoWish) {
      flush();
      return later(async () => {
        const answer = await take.mutateAsync({ shopId, ...wish });
        const { originalAssetId: _, trimmed, ...kit } = answer;
        done(kit, 'change');
        const undo = undoOf(answer.before, logoPatch[wish.kind]);
        return { trimmed, undo };
      });
    },
  };
}

/** What is on its way, and what was there before it. */
function useKitLine(shopId: string, keep: (kit: Kit) => void) {
  const api = useApi();
  const set = useChange(api.brand.set.mutationOptions());
  const [line, setLine] = useState(emptyLine);
  const [shown, setShown] = useState(emptyHistory);
  const [saved, setSaved] = useState(0);
  const history = useRef(emptyHistory);
  const count = useRef(0);
  const tail = useRef<Promise<unknown>>(Promise.resolve());

  const done = ({ before, ...kit }: ChangedKit, move: Move): void => {
    keep(kit);
    history.current = afterMove(history.current, move, before);
    setShown(history.current);
    setSaved((times) => times + 1);
  };
  return {
    line: { now: line, set: setLine },
    saved,
    history: { shown, now: () => history.current },
    done,
    /** Runs when everything before it is settled. */
    later<T>(work: () => Promise<T>): Promise<T> {
      const result = tail.current.then(work);
      tail.current = result.catch(() => undefined);
      return result;
    },
    /** Shows the change from now on; what it answers saves it. */
    begin(patch: BrandPatch, move: Move): () => Promise<BrandPatch | undefined> {
      const mine = ++count.current;
      setLine((now) => sendPatch(now, mine, patch));
      return async () => {
        try {
          const answer = await set.mutateAsync({ shopId, patch });
          done(answer, move);
          return answer.before;
        } catch {
          return undefined;
        } finally {
          setLine((now) => settle(now, mine));
        }
      };
    },
  };
}
