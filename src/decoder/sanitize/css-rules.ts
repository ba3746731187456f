/** Puts a cleaned style sheet together token by token, and looks at what stands before each block. */

/** A `\:hover` class is what the replay engine puts on elements under the recorded pointer. */
const HOVER_CLASS = [ '.', '\\:hover' ];

/** What belongs neither to a name nor to a string: such a token may hold many of these characters. */
const NO_NAME = /^[^\\"'@A-Za-z_\-\u0080-\uffff]/;
const COMMENT = '/**/';
const COMBINATOR = /^[\s>+~]$/;
const BRACKETS: Readonly< Record< string, number | undefined > > = { '(': 1, '[': 1, ')': -1, ']': -1 };

export interface Selector {
	/** Where browsers file the rule: `#id`, `.class` or `tag` of the last compound; empty when it meets every element. */
	key: string;
	/** The same selector for an element that carries the engine's hover class; null when it asks for no hover. */
	hovered: string[] | null;
}

const isName = ( token: string | undefined ): boolean => token !== undefined && token !== COMMENT && ! NO_NAME.test( token ) && ! /^["'@]/.test( token );

/** One selector, its tokens being names, strings, comments and single characters. */
function readSelector( tokens: readonly string[], plainName: ( token: string ) => string ): Selector {
	const compound = { id: '', className: '', tag: '', empty: true };
	const hovers: Array< [ number, number ] > = [];
	let depth = 0;
	let combined = false;
	let pseudoElement = false;
	/** Index of the token before, comments left out. */
	let before = -1;
	tokens.forEach( ( token, index ) => {
		if ( token === COMMENT ) {
			return;
		}
		const last = tokens[ before ];
		depth += BRACKETS[ token ] ?? 0;
		pseudoElement ||= token === ':' && last === ':';
		if ( isName( token ) && last === ':' && ! pseudoElement && tokens[ index + 1 ] !== '(' && plainName( token ) === 'hover' ) {
			hovers.push( [ before, index ] );
		}
		if ( depth === 0 && COMBINATOR.test( token ) ) {
			combined = true;
		} else {
			if ( depth === 0 && combined ) {
				Object.assign( compound, { id: '', className: '', tag: '', empty: true } );
				combined = false;
			}
			if ( depth === 0 && isName( token ) ) {
				if ( last === '#' ) {
					compound.id = `#${ plainName( token ) }`;
				} else if ( last === '.' ) {
					compound.className = `.${ plainName( token ) }`;
				} else if ( compound.empty ) {
					compound.tag = plainName( token );
				}
			}
			compound.empty = false;
		}
		before = index;
	} );
	const key = compound.id || compound.className || compound.tag;
	if ( hovers.length === 0 || depth !== 0 ) {
		return { key, hovered: null };
	}
	const hovered = [ ...tokens ];
	for ( const [ colon, name ] of hovers ) {
		[ hovered[ colon ], hovered[ name ] ] = HOVER_CLASS as [ string, string ];
	}
	return { key, hovered };
}

/** The selectors of a rule from the tokens before its block. */
export function readSelectors( tokens: readonly string[], plainName: ( token: string ) => string ): Selector[] {
	const selectors: Selector[] = [];
	let own: string[] = [];
	let depth = 0;
	for ( const token of tokens.flatMap( ( one ) => ( one !== COMMENT && NO_NAME.test( one ) ? [ ...one ] : [ one ] ) ) ) {
		depth += BRACKETS[ token ] ?? 0;
		if ( token === ',' && depth <= 0 ) {
			selectors.push( readSelector( own, plainName ) );
			own = [];
		} else {
			own.push( token );
		}
	}
	selectors.push( readSelector( own, plainName ) );
	return selectors;
}

/**
 * Joins the tokens of a style sheet and cuts the result into as many pieces as the input had. A cut lies only
 * where a rule or declaration ends, so that replacing one piece never changes the meaning of another.
 */
export class SheetWriter {
	private readonly pieces: string[] = [];
	private out: string[] = [];
	/** Where in `out` the current selector or declaration began. */
	private start = 0;
	/** Whether it is an at-rule. */
	public inAtRule = false;

	/**
	 * @param ends      Where in the given text each piece ended.
	 * @param plainName A name without escapes, in lower case.
	 * @param rule      One more rule with its selectors' keys; false when there are too many.
	 */
	public constructor( private readonly ends: readonly number[], private readonly plainName: ( token: string ) => string, private readonly rule?: ( keys: readonly string[] ) => boolean ) {}

	public put( ...tokens: string[] ): void {
		this.out.push( ...tokens );
	}

	/** Characters that are no names. `at` is the index behind them in the given text. */
	public plain( text: string, at: number ): void {
		const last = Math.max( text.lastIndexOf( ';' ), text.lastIndexOf( '}' ) ) + 1;
		if ( last > 0 ) {
			this.out.push( text.slice( 0, last ) );
			this.ended( at - text.length + last );
		}
		if ( last < text.length ) {
			this.out.push( text.slice( last ) );
		}
	}

	/** A block opens; false when the sheet must end here. */
	public open( at: number ): boolean {
		if ( this.rule ) {
			const selectors = this.inAtRule ? [] : readSelectors( this.out.slice( this.start ), this.plainName );
			const hovered = selectors.filter( ( selector ) => selector.hovered !== null );
			if ( ! this.rule( [ ...selectors, ...hovered ].map( ( selector ) => selector.key ) ) ) {
				return false;
			}
			hovered.forEach( ( selector ) => this.out.push( ',', ( selector.hovered ?? [] ).join( '' ) ) );
		}
		this.out.push( '{' );
		this.ended( at );
		return true;
	}

	/** Something came to its end at `at` in the given text. */
	public ended( at: number ): void {
		this.start = this.out.length;
		this.inAtRule = false;
		while ( this.pieces.length < this.ends.length - 1 && at >= ( this.ends[ this.pieces.length ] ?? 0 ) ) {
			this.pieces.push( this.out.join( '' ) );
			this.out = [];
			this.start = 0;
		}
	}

	public finish(): string[] {
		this.pieces.push( this.out.join( '' ) );
		return this.ends.map( ( _end, index ) => this.pieces[ index ] ?? '' );
	}
}
