import type { MessageKey } from '../../lang/lang.svelte';

/** How a new mission comes about, each with an address: /missions?new=file. */
export const ways = ['file', 'sheet', 'announcement', 'example'] as const;
/** Besides, for administrators: a mission with its whole story. */
export type Way = (typeof ways)[number] | 'story';

export const wayWords: Record<Way, { name: MessageKey; what: MessageKey }> = {
  file: { name: 'missions.wayFile', what: 'missions.wayFileWhat' },
  sheet: { name: 'missions.waySheet', what: 'missions.waySheetWhat' },
  announcement: { name: 'missions.wayAnnouncement', what: 'missions.wayAnnouncementWhat' },
  example: { name: 'missions.wayExample', what: 'missions.wayExampleWhat' },
  story: { name: 'missions.wayStory', what: 'missions.wayStoryWhat' },
};
