import { useEffect, useRef } from 'react';
import { matchesKeys } from '../../../ui/use-shortcut.ts';
import type { EditorDocument } from './use-document.ts';
import type { EditorTools } from './use-editor-tools.ts';
import type { Hands } from './use-hands.ts';
import type { LayerDeeds } from './use-layer-deeds.ts';
import type { EditorView } from './use-view.ts';

type Uses = {
  document: EditorDocument;
  deeds: LayerDeeds;
  tools: EditorTools;
  view: EditorView;
  hands: Hands;
  onOpen: (layerId: string) => void;
};
type Key = readonly [keys: string, run: () => void];

const fields = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

/** The whole editor by keyboard; what is written in fields stays there. */
export function useEditorKeys(uses: Uses): void {
  const latest = useRef(uses);
  latest.current = uses;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isField = fields.has(target.tagName) && (target as HTMLInputElement).type !== 'range';
      if (event.defaultPrevented || isField || target.closest('[role=dialog], [role=menu]')) return;
      const isFree = target === document.body || target.hasAttribute('data-stage');
      const keys = [...everywhere(latest.current), ...(isFree ? onStage(latest.current) : [])];
      const found = keys.find(([name]) => matchesKeys(name, plain(event)));
      if (!found) return;
      event.preventDefault();
      found[1]();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function everywhere({ document, deeds, tools, view }: Uses): Key[] {
  return [
    ['mod+z', document.undo],
    ['mod+shift+z', document.redo],
    ['mod+y', document.redo],
    ['mod+d', deeds.duplicate],
    ['mod+a', deeds.selectAll],
    ['mod+g', deeds.group],
    ['mod+shift+g', deeds.ungroup],
    ['mod+=', () => view.zoomBy(1)],
    ['mod+-', () => view.zoomBy(-1)],
    ['mod+0', view.fit],
    ['mod+1', () => view.zoomTo(1)],
    ['?', () => tools.setHelping(true)],
    ['shift+?', () => tools.setHelping(true)],
  ];
}

function onStage(uses: Uses): Key[] {
  const { document, deeds, tools, hands, onOpen } = uses;
  const [first] = document.selected;
  const arrows = [
    ['ArrowLeft', -1, 0],
    ['ArrowRight', 1, 0],
    ['ArrowUp', 0, -1],
    ['ArrowDown', 0, 1],
  ] as const;
  const nudges = arrows.flatMap(([key, x, y]): Key[] => [
    [key, () => deeds.nudge(x, y)],
    [`shift+${key}`, () => deeds.nudge(x * 10, y * 10)],
  ]);
  const tabs: Key[] = deeds.isEmpty
    ? []
    : [
        ['Tab', () => deeds.step(1)],
        ['shift+Tab', () => deeds.step(-1)],
      ];
  return [
    ...nudges,
    ...tabs,
    ['Delete', deeds.remove],
    ['Backspace', deeds.remove],
    ['alt+ArrowDown', () => deeds.step(1)],
    ['alt+ArrowUp', () => deeds.step(-1)],
    ['[', () => deeds.order('backward')],
    [']', () => deeds.order('forward')],
    ['mod+[', () => deeds.order('back')],
    ['mod+]', () => deeds.order('front')],
    ['r', () => deeds.turnBy(15)],
    ['shift+r', () => deeds.turnBy(-15)],
    ['Enter', () => (first ? onOpen(first) : deeds.step(1))],
    [
      'Escape',
      () => {
        if (hands.giveUp()) return;
        if (tools.cropping) tools.crop(undefined);
        else document.select([]);
      },
    ],
  ];
}

/** A plus is on the key of the equals sign, or on its own. */
function plain(event: KeyboardEvent) {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isPlus = key === '+';
  return { key: isPlus ? '=' : key, ctrlKey, metaKey, altKey, shiftKey: shiftKey && !isPlus };
}
