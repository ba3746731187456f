/** The twelve pots of the shop, each put into a scene at a place. Lengths are decimetres, near enough. */

export const COBALT = '#1c3bb8';
export const TOMATO = '#d23a22';
export const MARIGOLD = '#f2a51e';
export const MINT = '#a9d8c0';
export const WHITE = '#f2ede2';
export const GREEN = '#14563f';
export const CLAY = '#b8603a';
export const LEMON = '#f6c81c';

export function jug( scene, { at = [ 0, 0, 0 ], turn = 0.5, colour = TOMATO, size = 1 } = {} ) {
	const body = scene.turned( [ [ 0, 0.05 ], [ 0.4, 0.05 ], [ 0.55, 0.22 ], [ 0.62, 0.55 ], [ 0.5, 0.95 ], [ 0.38, 1.2 ], [ 0.42, 1.45 ] ].map( ( [ r, y ] ) => [ r * size, y * size ] ), 0.04, { lip: 0.22 } );
	const handle = `smax( ring( o - vec3( ${ 0.5 * size }, ${ 0.86 * size }, 0.0 ), vec2( ${ 0.4 * size }, ${ 0.44 * size } ), 0.062 ), ${ ( 0.46 * size ).toFixed( 3 ) } - length( o.xz ), 0.05 )`;
	scene.add( `smin( ${ body }( o ), ${ handle }, 0.08 )`, { at, turn, colour, speckle: 0.7, foot: 0.1, bound: [ 0.8 * size, 1.4 * size ], inside: { radius: `o.y > 1.30 * ${ size.toFixed( 2 ) } ? 0.0 : ${ ( 0.36 * size ).toFixed( 3 ) }`, colour: WHITE } } );
}

export function bowl( scene, { at = [ 0, 0, 0 ], size = 1, colour = WHITE, speckle = 1 } = {} ) {
	scene.add( scene.turned( [ [ 0, 0.12 ], [ 0.42, 0.12 ], [ 0.44, 0.03 ], [ 0.5, 0.03 ], [ 0.52, 0.14 ], [ 0.95, 0.38 ], [ 1.25, 0.72 ], [ 1.42, 0.95 ] ].map( ( [ r, y ] ) => [ r * size, y * size ] ), 0.045, { pieces: 3 } ), { at, colour, speckle, foot: 0.06 } );
}

export function lemon( scene, { at, turn = 0, tilt = 0, colour = LEMON } ) {
	scene.add( 'smin( egg( o, vec3( 0.36, 0.28, 0.28 ) ), min( ball( o - vec3( 0.35, 0.0, 0.0 ), 0.06 ), ball( o + vec3( 0.34, 0.0, 0.0 ), 0.05 ) ), 0.14 ) - 0.003 * noise( o * 38.0 )', { at, turn, tilt, colour, gloss: 0.55, bound: [ 0, 0.5 ] } );
}

export function vase( scene, { at = [ 0, 0, 0 ], colour = COBALT, flower = TOMATO, lean = 0.1 } = {} ) {
	scene.add( scene.turned( [ [ 0, 0.04 ], [ 0.34, 0.04 ], [ 0.46, 0.2 ], [ 0.5, 0.55 ], [ 0.36, 1.0 ], [ 0.13, 1.35 ], [ 0.11, 1.75 ], [ 0.17, 1.95 ] ], 0.03 ), { at, colour, speckle: 0.35, foot: 0.09, bound: [ 1, 1.15 ] } );
	if ( flower ) {
		scene.add( 'rod( o, vec3( 0.0, 0.6, 0.0 ), vec3( 0.0, 2.62, 0.0 ), 0.022, 0.018 )', { at, tilt: lean, colour: '#3f7a3a', gloss: 0.2, bound: [ 1.6, 1.1 ] } );
		scene.add( 'ball( o - vec3( 0.0, 2.78, 0.0 ), 0.27 + 0.035 * sin( 9.0 * atan( o.z, o.x ) ) * sin( 11.0 * o.y ) )', { at, tilt: lean, colour: flower, gloss: 0.12, bound: [ 2.78, 0.4 ] } );
	}
}

export function mug( scene, { at = [ 0, 0, 0 ], turn = -0.5, colour = MARIGOLD } = {} ) {
	const body = scene.turned( [ [ 0, 0.06 ], [ 0.4, 0.06 ], [ 0.5, 0.16 ], [ 0.53, 0.5 ], [ 0.52, 0.85 ], [ 0.54, 1.08 ] ], 0.04 );
	const handle = 'smax( ring( o - vec3( 0.55, 0.58, 0.0 ), vec2( 0.31, 0.33 ), 0.068 ), 0.49 - length( o.xz ), 0.05 )';
	scene.add( `smin( ${ body }( o ), ${ handle }, 0.08 )`, { at, turn, colour, speckle: 0.9, foot: 0.14, inside: { radius: '0.515', colour: WHITE } } );
}

export function plates( scene, { at = [ 0, 0, 0 ], colours = [ MINT, WHITE, MINT, WHITE ] } = {} ) {
	const plate = scene.turned( [ [ 0, 0.07 ], [ 0.62, 0.07 ], [ 0.64, 0.01 ], [ 0.7, 0.01 ], [ 0.72, 0.08 ], [ 1.12, 0.12 ], [ 1.28, 0.26 ] ], 0.036, { pieces: 3 } );
	colours.forEach( ( colour, index ) => scene.add( plate, { at: [ at[ 0 ] + 0.02 * ( index % 2 ), at[ 1 ] + 0.035 + index * 0.175, at[ 2 ] - 0.02 * ( index % 3 ) ], colour, speckle: 0.8 } ) );
}

export function teapot( scene, { at = [ 0, 0, 0 ], turn = 0.35, colour = GREEN } = {} ) {
	const body = scene.turned( [ [ 0, 0.05 ], [ 0.45, 0.05 ], [ 0.78, 0.3 ], [ 0.86, 0.62 ], [ 0.7, 0.98 ], [ 0.42, 1.15 ], [ 0.36, 1.17 ] ], 0.04 );
	const lid = scene.turned( [ [ 0.4, 1.2 ], [ 0.3, 1.28 ], [ 0.1, 1.34 ], [ 0, 1.35 ] ], 0.04 );
	const spout = 'smin( rod( o, vec3( -0.66, 0.45, 0.0 ), vec3( -1.08, 0.82, 0.0 ), 0.2, 0.12 ), rod( o, vec3( -1.08, 0.82, 0.0 ), vec3( -1.3, 1.2, 0.0 ), 0.12, 0.075 ), 0.12 )';
	const handle = 'smax( ring( o - vec3( 0.82, 0.68, 0.0 ), vec2( 0.46, 0.44 ), 0.07 ), 0.74 - length( o.xz ), 0.05 )';
	scene.add( `smin( smin( ${ body }( o ), ${ spout }, 0.12 ), ${ handle }, 0.08 )`, { at, turn, colour, speckle: 0.25, foot: 0.1 } );
	scene.add( `smin( ${ lid }( o ), ball( o - vec3( 0.0, 1.5, 0.0 ), 0.12 ), 0.1 )`, { at, turn, colour, speckle: 0.25 } );
}

export function eggCup( scene, { at = [ 0, 0, 0 ], colour = COBALT, shell = '#efd9c3' } = {} ) {
	scene.add( scene.turned( [ [ 0, 0.05 ], [ 0.4, 0.05 ], [ 0.38, 0.12 ], [ 0.18, 0.3 ], [ 0.2, 0.42 ], [ 0.44, 0.62 ], [ 0.5, 0.95 ] ], 0.04 ), { at, colour, speckle: 0.5 } );
	scene.add( 'egg( o - vec3( 0.0, 0.98, 0.0 ), o.y > 0.98 ? vec3( 0.4, 0.56, 0.4 ) : vec3( 0.4, 0.42, 0.4 ) )', { at, colour: shell, gloss: 0.12 } );
}

export function saltPig( scene, { at = [ 0, 0, 0 ], turn = 0.35, colour = COBALT } = {} ) {
	const body = scene.turned( [ [ 0, 0.05 ], [ 0.5, 0.05 ], [ 0.72, 0.3 ], [ 0.78, 0.65 ], [ 0.66, 1.05 ], [ 0.35, 1.32 ], [ 0, 1.4 ] ], 0.055 );
	const door = 'ball( o - vec3( -0.1, 0.78, 0.78 ), 0.5 )';
	const hood = 'smax( abs( length( ( o - vec3( -0.1, 0.78, 0.0 ) ).xy ) - 0.49 ) - 0.05, abs( o.z - 0.68 ) - 0.1, 0.06 )';
	scene.add( `smin( smax( ${ body }( o ), -( ${ door } ), 0.05 ), ${ hood }, 0.1 )`, { at, turn, colour, speckle: 0.3, foot: 0.1, inside: { radius: 'o.y > 1.05 ? 0.0 : 0.64', colour: '#d59a72' } } );
	scene.add( 'smax( smax( o.y - 0.46 - 0.1 * noise( o * 5.0 ), length( o.xz ) - 0.56, 0.05 ), 0.15 - o.y, 0.02 )', { at, turn, colour: '#f7f5f0', gloss: 0 } );
}

export function butterHouse( scene, { at = [ 0, 0, 0 ], colour = GREEN } = {} ) {
	scene.add( scene.turned( [ [ 0, 0.06 ], [ 0.9, 0.06 ], [ 1.12, 0.12 ], [ 1.22, 0.22 ] ], 0.045 ), { at, colour: WHITE, speckle: 0.9 } );
	const dome = scene.turned( [ [ 0.86, 0.16 ], [ 0.86, 0.5 ], [ 0.66, 0.86 ], [ 0.3, 1.02 ], [ 0, 1.05 ] ], 0.045 );
	scene.add( `smin( ${ dome }( o ), ball( o - vec3( 0.0, 1.22, 0.0 ), 0.15 ), 0.14 )`, { at, colour, speckle: 0.3 } );
}

export function sillPot( scene, { at = [ 0, 0, 0 ], colour = CLAY, plant = true } = {} ) {
	scene.add( scene.turned( [ [ 0, 0.05 ], [ 0.78, 0.05 ], [ 0.84, 0.2 ] ], 0.04 ), { at, colour, gloss: 0.08, speckle: 0.2 } );
	scene.add( scene.turned( [ [ 0, 0.13 ], [ 0.5, 0.13 ], [ 0.62, 0.6 ], [ 0.7, 0.98 ], [ 0.76, 1.0 ], [ 0.77, 1.2 ] ], 0.045 ), { at, colour, gloss: 0.08, speckle: 0.2 } );
	scene.add( 'smax( o.y - 1.08 - 0.03 * noise( o * 14.0 ), smax( length( o.xz ) - 0.7, 0.9 - o.y, 0.02 ), 0.04 )', { at, colour: '#4b3428', gloss: 0 } );
	if ( plant ) {
		scene.add( '0.6 * ( egg( o - vec3( 0.0, 1.55, 0.0 ), vec3( 0.55, 0.6, 0.55 ) ) - 0.05 * cos( 14.0 * atan( o.z, o.x ) ) * clamp( 2.15 - o.y, 0.0, 1.0 ) )', { at, colour: '#2f7d4f', gloss: 0.2, bound: [ 1.6, 0.8 ] } );
		scene.add( 'egg( o - vec3( 0.06, 2.18, 0.05 ), vec3( 0.14, 0.12, 0.14 ) )', { at, colour: '#f0667c', gloss: 0.1, bound: [ 2.18, 0.25 ] } );
	}
}

export function candlestick( scene, { at = [ 0, 0, 0 ], colour = MARIGOLD, candle = TOMATO, size = 1, flame = true } = {} ) {
	const y = ( height ) => height * size;
	const bound = [ 1.5, 1.75 ];
	scene.add( scene.turned( [ [ 0, 0.05 ], [ 0.62, 0.05 ], [ 0.66, 0.14 ] ], 0.045 ), { at, colour, speckle: 0.6, bound } );
	scene.add( scene.turned( [ [ 0.34, 0.08 ], [ 0.16, y( 0.35 ) ], [ 0.12, y( 0.7 ) ], [ 0.2, y( 0.95 ) ], [ 0.14, y( 1.15 ) ], [ 0.22, y( 1.42 ) ] ], 0.045 ), { at, colour, speckle: 0.6, bound } );
	scene.add( `drum( o - vec3( 0.0, ${ ( y( 1.2 ) + 0.75 ).toFixed( 3 ) }, 0.0 ), 0.125, 0.8, 0.03 )`, { at, colour: candle, gloss: 0.35, bound } );
	const top = y( 1.2 ) + 1.55;
	scene.add( `rod( o, vec3( 0.0, ${ top.toFixed( 3 ) }, 0.0 ), vec3( 0.02, ${ ( top + 0.1 ).toFixed( 3 ) }, 0.0 ), 0.012, 0.012 )`, { at, colour: '#222222', gloss: 0, bound } );
	if ( flame ) {
		scene.add( `smin( ball( o - vec3( 0.01, ${ ( top + 0.16 ).toFixed( 3 ) }, 0.0 ), 0.055 ), rod( o, vec3( 0.01, ${ ( top + 0.16 ).toFixed( 3 ) }, 0.0 ), vec3( 0.03, ${ ( top + 0.36 ).toFixed( 3 ) }, 0.0 ), 0.045, 0.006 ), 0.05 )`, { at, colour: '#ffd27a', gloss: 0, glow: 1.6, bound } );
	}
}

export function lamp( scene, { at = [ 0, 0, 0 ], glow = 0.6 } = {} ) {
	scene.add( scene.turned( [ [ 0, 0.05 ], [ 0.5, 0.05 ], [ 0.52, 0.16 ], [ 0.26, 0.4 ], [ 0.2, 0.9 ], [ 0.24, 1.4 ], [ 0.2, 1.6 ] ], 0.05 ), { at, colour: TOMATO, speckle: 0.3 } );
	scene.add( scene.turned( [ [ 1.12, 1.3 ], [ 1.1, 1.5 ], [ 0.9, 1.85 ], [ 0.5, 2.1 ], [ 0, 2.18 ] ], 0.045 ), { at, colour: '#ffdcae', gloss: 0.25, glow } );
}
