import type { Capture, CaptureSettings } from '../capture/capture';
import type { MaskingParts } from '../masking/masking';

/** Without a sign of the visitor for this long, recording rests (the field's usual 5 minutes). */
export const IDLE_MS = 5 * 60 * 1000;

/** Parts that a visit is made of. */
export interface VisitParts extends MaskingParts {
	/** Builds what watches the page. */
	createCapture: ( settings: CaptureSettings ) => Capture;
	/** Whether the visitor's consent lets this page be recorded now. */
	mayRecord: () => boolean;
}
