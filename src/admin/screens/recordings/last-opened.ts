/** The recording that was opened last from the list, in this tab; the list shows its row again when one comes back. */
let opened: string | null = null;

/** @param id Recording id. */
export function rememberOpened( id: string ): void {
	opened = id;
}

/** The recording that was opened last; asking forgets it. */
export function takeOpened(): string | null {
	const id = opened;
	opened = null;
	return id;
}
