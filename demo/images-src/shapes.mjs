/** Builds the GLSL of a scene: turned shapes from a drawn half profile, and the surfaces on them. */

const number = ( value ) => ( Number.isInteger( value ) ? `${ value }.0` : String( Number( value.toFixed( 4 ) ) ) );
export const vec3 = ( values ) => `vec3( ${ values.map( number ).join( ', ' ) } )`;

/** "#rrggbb" as the linear colour that the tracer works in. */
export function linear( hex ) {
	return [ 1, 3, 5 ].map( ( at ) => ( parseInt( hex.slice( at, at + 2 ), 16 ) / 255 ) ** 2.2 );
}

/** A smooth curve through the points, as short straight pieces. */
function curve( points, pieces ) {
	const at = ( index ) => points[ Math.max( 0, Math.min( points.length - 1, index ) ) ];
	const made = [];
	for ( let index = 0; index < points.length - 1; index++ ) {
		for ( let piece = 0; piece < pieces; piece++ ) {
			const t = piece / pieces;
			made.push( [ 0, 1 ].map( ( axis ) => {
				const [ a, b, c, d ] = [ at( index - 1 )[ axis ], at( index )[ axis ], at( index + 1 )[ axis ], at( index + 2 )[ axis ] ];
				return 0.5 * ( 2 * b + ( c - a ) * t + ( 2 * a - 5 * b + 4 * c - d ) * t * t + ( 3 * b - a - 3 * c + d ) * t ** 3 );
			} ) );
		}
	}
	made.push( points.at( -1 ) );
	return made.map( ( [ r, y ] ) => [ Math.max( 0, r ), y ] );
}

/** Collects the shapes and surfaces of one scene. */
export class Scene {
	shapes = [];
	map = [];
	surfaces = [];

	/**
	 * A pot turned on the wheel: a wall of even thickness along a profile of [ radius, height ].
	 * `lip` pulls the rim out towards -x, as the spout of a jug.
	 */
	turned( points, thick = 0.035, { lip = 0, pieces = 4 } = {} ) {
		const name = `turned${ this.shapes.length }`;
		const profile = curve( points, pieces );
		const widest = Math.max( ...profile.map( ( [ r ] ) => r ) ) + thick + lip;
		const low = Math.min( ...profile.map( ( [ , y ] ) => y ) ) - thick;
		const high = Math.max( ...profile.map( ( [ , y ] ) => y ) ) + thick;
		const list = profile.map( ( [ r, y ] ) => `vec2( ${ number( r ) }, ${ number( y ) } )` ).join( ', ' );
		this.shapes.push( `float ${ name }( vec3 p ) {
	vec2 q = vec2( length( p.xz ), p.y );
	vec2 out_ = max( vec2( q.x - ${ number( widest ) }, abs( q.y - ${ number( ( low + high ) / 2 ) } ) - ${ number( ( high - low ) / 2 ) } ), 0.0 );
	if ( out_.x + out_.y > 0.3 ) { return length( out_ ) + 0.05; }
	${ lip ? `float side = pow( clamp( -p.x / max( q.x, 0.001 ), 0.0, 1.0 ), 6.0 ); float up = smoothstep( ${ number( high - 0.62 ) }, ${ number( high ) }, q.y ); q.x -= ${ number( lip ) } * side * up * up; q.y -= ${ number( lip * 0.35 ) } * side * up;` : '' }
	const vec2 P[ ${ profile.length } ] = vec2[]( ${ list } );
	float d = 1e9;
	for ( int i = 0; i < ${ profile.length - 1 }; i++ ) { d = min( d, seg( q, P[ i ], P[ i + 1 ] ) ); }
	return ${ lip ? '0.8 * ' : '' }( d - ${ number( thick ) } );
}` );
		return name;
	}

	/**
	 * Puts a shape into the scene. `shape` is a GLSL expression in p.
	 * `bound` is the height and radius of a ball around the shape: where something is nearer than the
	 * ball, the shape is not computed.
	 * Surface: colour, gloss 0–1, speckle 0–1, glow, and `foot`, the height below which the clay is bare.
	 */
	add( shape, { at = [ 0, 0, 0 ], turn = 0, tilt = 0, colour, gloss = 1, speckle = 0, glow = 0, foot, inside, bound = [ 0.75, 1.7 ] } ) {
		const id = this.surfaces.length + 1;
		const point = `turn( ${ tilt ? `tilt( p - ${ vec3( at ) }, ${ number( tilt ) } )` : `p - ${ vec3( at ) }` }, ${ number( turn ) } )`;
		const call = /^\w+$/.test( shape ) ? `${ shape }( o )` : shape;
		this.map.push( `{ vec3 o = ${ point }; if ( length( o - vec3( 0.0, ${ number( bound[ 0 ] ) }, 0.0 ) ) - ${ number( bound[ 1 ] ) } < d.x ) { e = ${ call }; if ( e < d.x ) { d = vec2( e, ${ number( id ) } ); } } }` );
		const own = `Surface( ${ vec3( linear( colour ) ) }, ${ number( gloss ) }, ${ number( speckle ) }, ${ vec3( linear( colour ).map( ( part ) => part * glow ) ) } )`;
		const clay = `Surface( ${ vec3( linear( '#b98a66' ) ) }, 0.0, 0.5, vec3( 0 ) )`;
		const bare = foot === undefined ? '' : `if ( o.y < ${ number( foot ) } + 0.03 * noise( o * 4.0 ) ) { return ${ clay }; }`;
		const within = inside === undefined ? '' : `if ( length( o.xz ) < ( ${ inside.radius } ) ) { return Surface( ${ vec3( linear( inside.colour ) ) }, ${ number( gloss ) }, ${ number( inside.speckle ?? speckle ) }, vec3( 0 ) ); }`;
		this.surfaces.push( `if ( id < ${ number( id + 0.5 ) } ) { vec3 o = ${ point }; ${ bare } ${ within } return ${ own }; }` );
		return this;
	}

	/** The whole shader: the tracer with this scene in it. */
	shader( tracer ) {
		const surfaces = [ `if ( id < 0.5 ) { return Surface( uBackdrop, 0.0, 0.0, vec3( 0 ) ); }`, ...this.surfaces ].join( '\n\t' );
		return `#version 300 es\n${ tracer.replace( '//SCENE_SHAPES', this.shapes.join( '\n' ) ).replace( '//SCENE_MAP', this.map.join( '\n\t' ) ).replace( '//SCENE_SURFACES', surfaces ) }`;
	}
}
