import type { ChosenAssets, LibraryChange, LibraryTag } from '../../shared/contract/library.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { UndoRecord } from './change-log.ts';
import type { LibraryParts } from './open-parts.ts';

type Tagging = Pick<LibraryParts, 'tools' | 'tags' | 'resolve' | 'log'>;
type Change = { add?: string[] | undefined; removeIds?: string[] | undefined };

/** Words that the merchant gives to pictures. */
export function tagCases({ tools, tags, resolve, log }: Tagging) {
  const { applyOnce, events } = tools;

  function tag(chosen: ChosenAssets, change: Change, clientId?: string): LibraryChange {
    return applyOnce('library/tag', clientId, () => {
      const assetIds = resolve(chosen);
      if (assetIds.length === 0) return { changed: 0 };
      const given = (change.add ?? []).flatMap((name) => giveTo(name, assetIds));
      const taken = (change.removeIds ?? []).flatMap((tagId) => takeFrom(tagId, assetIds));
      const changed = new Set([...given, ...taken].flatMap(([, ids]) => ids)).size;
      if (changed === 0) return { changed };
      events.changed('library');
      return { changed, changeId: log.keep({ given, taken }) };
    });
  }

  function giveTo(name: string, assetIds: readonly string[]): Given {
    const { id } = tags.make(name);
    const ids = assetIds.filter((assetId) => tags.give(id, assetId));
    return ids.length > 0 ? [[id, ids]] : [];
  }

  function takeFrom(tagId: string, assetIds: readonly string[]): Taken {
    const known = tags.find(tagId);
    if (!known) return [];
    const ids = assetIds.filter((assetId) => tags.take(tagId, assetId));
    return ids.length > 0 ? [[known, ids]] : [];
  }

  /** A name that another tag has makes one tag of the two. */
  function rename(
    tagId: string,
    name: string,
    clientId?: string,
  ): { tagId: string; merged: boolean } {
    return applyOnce('library/renameTag', clientId, () => {
      known(tagId);
      const other = tags.named(name);
      events.changed('library');
      if (!other || other.id === tagId) {
        tags.rename(tagId, name);
        return { tagId, merged: false };
      }
      for (const assetId of tags.wearers(tagId)) tags.give(other.id, assetId);
      tags.remove(tagId);
      return { tagId: other.id, merged: true };
    });
  }

  function remove(tagId: string, clientId?: string): LibraryChange {
    return applyOnce('library/removeTag', clientId, () => {
      const gone = known(tagId);
      const wearers = tags.wearers(tagId);
      tags.remove(tagId);
      events.changed('library');
      return { changed: wearers.length, changeId: log.keep({ taken: [[gone, wearers]] }) };
    });
  }

  function known(tagId: string): LibraryTag {
    const found = tags.find(tagId);
    if (!found) throw new Problem('not-found');
    return found;
  }

  return { list: (text = '') => tags.list(text), tag, rename, remove };
}

type Given = NonNullable<UndoRecord['given']>;
type Taken = NonNullable<UndoRecord['taken']>;
