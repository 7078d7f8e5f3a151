import { useSyncExternalStore } from 'react';

/** From here on there is room for a preview beside the list; the style sheet uses the same width. */
const WIDE = '(min-width: 75rem)';

/** Up to here there is no room for anything beside anything. */
const NARROW = '(max-width: 40rem)';

const subscribeTo = (media: string) => (watch: () => void) => {
  const query = matchMedia(media);
  query.addEventListener('change', watch);
  return () => query.removeEventListener('change', watch);
};

const toWide = subscribeTo(WIDE);
const toNarrow = subscribeTo(NARROW);

export const useIsWide = (): boolean => useSyncExternalStore(toWide, () => matchMedia(WIDE).matches);

export const useIsNarrow = (): boolean => useSyncExternalStore(toNarrow, () => matchMedia(NARROW).matches);
