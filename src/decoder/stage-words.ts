/** Names that decoder and stage agree on; nothing in a recording may use them. */

/** Times begin here on the stage, because the replay engine takes a time of 0 for none. */
export const STAGE_EPOCH = 1_000_000;

/** Says which asset a picture shows; empty for a neutral box. */
export const ASSET_ATTRIBUTE = 'data-candid-asset';

/** Marks the box of a blocked element. */
export const BOX_ATTRIBUTE = 'data-candid-box';

/** Marks a popover that is open. */
export const POPOVER_ATTRIBUTE = 'data-candid-popover';

/** Element that stands in for what is left out: a name that means nothing to any browser. */
export const STAND_IN = 'candid-none';
