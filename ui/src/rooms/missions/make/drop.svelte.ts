import { may } from '../../../api/session.svelte';
import { say } from '../../../lang/lang.svelte';
import { go, route } from '../../../route.svelte';
import { notify } from '../../../shell/notices.svelte';
import type { Way } from '../ways';
import { draft } from './draft.svelte';
import { load, Unreadable, type Kind, type Loaded } from './files';

// Files that come to the room, dropped anywhere or chosen: each goes where it can
// be used.

interface Come {
  /** Force lists without a mission. */
  lists: Loaded[];
  /** A mission with its whole story. */
  story: File | null;
}

/** What has come and waits for its view. */
export const come = $state<Come>({ lists: [], story: null });

/** An announcement as it is typed; it came from a file, perhaps. */
export const announcement = $state({ text: '', name: '' });

const reasons = {
  tooLarge: 'missions.tooLarge',
  tooMany: 'missions.tooMany',
  badZip: 'missions.badZip',
  nothing: 'missions.nothingIn',
} as const;

const show = (way: Way): void => {
  if (route().mission !== undefined || route().query.get('new') !== way) go(`/missions?new=${way}`);
};

/** A mission's files join those that are there, or take their place where there is another mission, which can be undone. */
function toDraft(files: Loaded[]): void {
  const before = draft.files;
  const other = files.some((f) => f.kind === 'mission' && !before.some((b) => b.name === f.name)) && before.some((b) => b.kind === 'mission');
  if (other) {
    draft.begin(files);
    notify(say('missions.replaced'), { action: { label: say('missions.takeBack'), run: () => draft.begin(before) } });
  } else draft.put(files);
  show('file');
}

/** Takes files, each kind to its view. */
export async function dropped(files: File[]): Promise<void> {
  const story = files.find((f) => /\.(ndjson|jsonl)$/i.test(f.name));
  if (story && may('import-ledger')) {
    come.story = story;
    return show('story');
  }
  let read: Loaded[];
  try {
    read = await load(files);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return notify(say(reasons[problem.why], { name: problem.file }), { tone: 'bad' });
  }
  const kinds = new Set<Kind>(read.map((f) => f.kind));
  const own = read.filter((f) => f.kind === 'mission' || f.kind === 'list' || f.kind === 'workbook');
  const words = read.find((f) => f.kind === 'words');
  if (kinds.has('mission') || (own.length > 0 && draft.files.length > 0)) return toDraft(own);
  if (own.length > 0) {
    come.lists = own;
    return show('sheet');
  }
  if (words?.text != null) {
    announcement.text = words.text;
    announcement.name = words.name;
    return show('announcement');
  }
  notify(say('missions.unknownFile', { name: read[0]!.name }), { tone: 'bad' });
}
