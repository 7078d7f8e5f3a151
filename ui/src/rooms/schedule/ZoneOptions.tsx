import { memo } from 'react';
import { zones } from '../../kit/time';

/** All zones there are; drawn again only when another one is chosen, for there are hundreds. */
export const ZoneOptions = memo(function ZoneOptions({ chosen, also = chosen }: { chosen: string; also?: string }) {
  return (
    <>
      {zones(chosen, also).map((zone) => (
        <option key={zone} value={zone}>
          {zone}
        </option>
      ))}
    </>
  );
});
