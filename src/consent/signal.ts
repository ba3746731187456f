/** Whether the browser sends Global Privacy Control (navigator.globalPrivacyControl) or Do Not Track; IE and old Safari had the latter on window. */
export function hasSignal(): boolean {
	const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: unknown };
	return globalPrivacyControl === true || ( doNotTrack ?? ( window as unknown as { doNotTrack?: unknown } ).doNotTrack ) === '1';
}
