import type { Segment } from '../../contracts/generated/segment';

/** Why nothing is captured for now: nobody is there, a new full snapshot is due, or too much waits to be sent. */
export type Pause = 'visitor' | 'snapshot' | 'room';
/** Why nothing is captured any more: what the last segment says, or a door that takes nothing from this page. */
export type Ending = NonNullable<Segment[ 'ended' ]> | 'refused';

/** How far a visit is: idle → recording → paused → ended. Only one that was stopped can begin again. */
export class VisitState {
	private name: 'idle' | 'recording' | Pause | Ending = 'idle';
	/** Whether the visit is recorded, paused or not. */
	isActive = false;

	get isIdle(): boolean {
		return this.name === 'idle';
	}

	get canBegin(): boolean {
		return this.isIdle || this.name === 'stopped';
	}

	isPausedFor( until: Pause ): boolean {
		return this.name === until;
	}

	record(): void {
		this.name = 'recording';
		this.isActive = true;
	}

	pause( until: Pause ): void {
		this.name = until;
	}

	end( reason: Ending ): void {
		this.name = reason;
		this.isActive = false;
	}
}
