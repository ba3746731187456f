/**
 * Notices that the rules of a sheet are others than before: no observer tells of rules that scripts insert, delete or
 * change, nor of a sheet that is switched off or gets other media.
 */
import { hashOf } from './dom/entry';
import { rulesOf } from './sheet-rules';
import { LONGEST_COMPARED, type SheetTexts } from './sheet-text';

/** Rules of one sheet that are looked at in one turn: a large sheet is gone through in several. */
const RULES = 200;

/** State of one sheet when it was compared last. */
interface Seen {
	version: number;
	/** Media, state and number of rules. */
	frame: string;
	/** The turn in which rules were looked at last. */
	turn: number;
	/** Hashes of runs of rules; empty places are not looked at yet. */
	runs: number[];
	/** The run to be looked at next. */
	next: number;
	/** The sheet as its source gives it, until every run has been compared with it; null when there is nothing to compare. */
	source: CSSStyleSheet | null;
}

export class SheetWatch {
	private readonly seen = new WeakMap<CSSStyleSheet, Seen>();
	private turn = 0;

	/** @param texts Knows the sources of sheets. */
	public constructor( private readonly texts: Pick<SheetTexts, 'source' | 'differs'> ) {}

	/** From now on rules are looked at once more; without this only media, state and number of rules. */
	public nextTurn(): void {
		this.turn++;
	}

	/** A number that is another once the sheet's rules are others. */
	public version( sheet: CSSStyleSheet ): number {
		const frame = frameOf( sheet );
		let seen = this.seen.get( sheet );
		if ( ! seen || seen.frame !== frame ) {
			seen = { version: ( seen?.version ?? 0 ) + 1, frame, turn: this.turn, runs: [], next: 0, source: this.sourceOf( sheet ) };
			this.seen.set( sheet, seen );
			this.isOtherRun( sheet, seen );
		} else if ( seen.turn !== this.turn ) {
			seen.turn = this.turn;
			seen.version += this.isOtherRun( sheet, seen ) ? 1 : 0;
		}
		return seen.version;
	}

	/** Looks at the next run of rules: whether a rule differs from the source, or from when it was seen last. */
	private isOtherRun( sheet: CSSStyleSheet, seen: Seen ): boolean {
		const rules = rulesOf( sheet );
		if ( ! rules?.length ) {
			return false;
		}
		const at = seen.next;
		const hash = hashOfRun( rules, at, 0 );
		let isOther = seen.runs[ at ] !== undefined && seen.runs[ at ] !== hash;
		seen.runs[ at ] = hash;
		seen.next = ( at + 1 ) * RULES < rules.length ? at + 1 : 0;
		if ( seen.source ) {
			const given = seen.source.cssRules;
			isOther = isOther || hash !== hashOfRun( given, at, given.length - rules.length );
			seen.source = isOther || seen.next === 0 ? null : seen.source;
		}
		if ( isOther ) {
			this.texts.differs( sheet );
		}
		return isOther;
	}

	/** The source of a sheet that was too large to be compared with its source when it was recorded. */
	private sourceOf( sheet: CSSStyleSheet ): CSSStyleSheet | null {
		const source = this.texts.source( sheet );
		if ( source.length <= LONGEST_COMPARED ) {
			return null;
		}
		try {
			const made = new CSSStyleSheet();
			made.replaceSync( source );
			return made;
		} catch {
			return null;
		}
	}
}

function frameOf( sheet: CSSStyleSheet ): string {
	const rules = rulesOf( sheet );
	let frame = `${ sheet.disabled } ${ sheet.media.mediaText } ${ rules?.length }`;
	for ( let at = 0, rule; ( rule = rules?.[ at ] as CSSImportRule | undefined ) && rule.href !== undefined; at++ ) {
		frame += rule.styleSheet ? ` ${ rulesOf( rule.styleSheet )?.length }` : '';
	}
	return frame;
}

/** A hash of a run of rules, without imports and layers that are only named: a source has none of these. */
function hashOfRun( rules: CSSRuleList, run: number, shift: number ): number {
	let text = '';
	for ( let at = run * RULES + shift; at < ( run + 1 ) * RULES + shift; at++ ) {
		const rule = rules[ at ] as CSSImportRule | undefined;
		if ( rule && rule.href === undefined && ! ( 'nameList' in rule ) ) {
			text += rule.cssText;
		}
	}
	return hashOf( text );
}
