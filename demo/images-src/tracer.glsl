// Draws one still life by sphere tracing. A scene puts its shapes in place of SCENE_SHAPES and its
// surfaces in place of SCENE_SURFACES. One call draws one sample; render.mjs averages many.
precision highp float;
uniform vec2 uSize;
uniform vec2 uJitter;
uniform vec4 uRandom;
uniform vec3 uFrom;
uniform vec3 uTo;
uniform float uZoom;
uniform vec3 uBackdrop;
uniform vec3 uLight;
uniform float uKey;
uniform float uSky;
uniform vec4 uLamp;
out vec4 outColour;

struct Surface { vec3 colour; float gloss; float speckle; vec3 glow; };

float hash( vec3 p ) { p = fract( p * 0.3183099 + 0.1 ); p *= 17.0; return fract( p.x * p.y * p.z * ( p.x + p.y + p.z ) ); }
float noise( vec3 x ) {
	vec3 i = floor( x ), f = fract( x ); f = f * f * ( 3.0 - 2.0 * f );
	return mix( mix( mix( hash( i ), hash( i + vec3( 1, 0, 0 ) ), f.x ), mix( hash( i + vec3( 0, 1, 0 ) ), hash( i + vec3( 1, 1, 0 ) ), f.x ), f.y ),
		mix( mix( hash( i + vec3( 0, 0, 1 ) ), hash( i + vec3( 1, 0, 1 ) ), f.x ), mix( hash( i + vec3( 0, 1, 1 ) ), hash( i + vec3( 1, 1, 1 ) ), f.x ), f.y ), f.z );
}
float specks( vec3 p ) {
	vec3 cell = floor( p * 26.0 ), at = fract( p * 26.0 ) - 0.5;
	vec3 off = ( vec3( hash( cell ), hash( cell + 7.1 ), hash( cell + 3.7 ) ) - 0.5 ) * 0.6;
	return step( 0.8, hash( cell + 1.3 ) ) * ( 1.0 - smoothstep( 0.06, 0.2, length( at - off ) ) );
}
vec3 turn( vec3 p, float a ) { float c = cos( a ), s = sin( a ); return vec3( c * p.x - s * p.z, p.y, s * p.x + c * p.z ); }
vec3 tilt( vec3 p, float a ) { float c = cos( a ), s = sin( a ); return vec3( c * p.x - s * p.y, s * p.x + c * p.y, p.z ); }
float seg( vec2 p, vec2 a, vec2 b ) { vec2 q = p - a, d = b - a; return length( q - d * clamp( dot( q, d ) / dot( d, d ), 0.0, 1.0 ) ); }
float rod( vec3 p, vec3 a, vec3 b, float ra, float rb ) { vec3 q = p - a, d = b - a; float h = clamp( dot( q, d ) / dot( d, d ), 0.0, 1.0 ); return length( q - d * h ) - mix( ra, rb, h ); }
float ball( vec3 p, float r ) { return length( p ) - r; }
float egg( vec3 p, vec3 r ) { float k = length( p / r ), l = length( p / ( r * r ) ); return k * ( k - 1.0 ) / l; }
float drum( vec3 p, float r, float h, float round_ ) { vec2 d = vec2( length( p.xz ) - r, abs( p.y ) - h ) + round_; return min( max( d.x, d.y ), 0.0 ) + length( max( d, 0.0 ) ) - round_; }
float ring( vec3 p, vec2 r, float thick ) { vec2 q = p.xy / r; float k = ( length( q ) - 1.0 ) * min( r.x, r.y ); return length( vec2( k, p.z ) ) - thick; }
float smin( float a, float b, float k ) { float h = max( k - abs( a - b ), 0.0 ) / k; return min( a, b ) - h * h * k * 0.25; }
float smax( float a, float b, float k ) { return -smin( -a, -b, k ); }

//SCENE_SHAPES

vec2 map( vec3 p ) {
	// Floor and wall are one sheet of paper with a wide bend.
	vec2 d = vec2( smin( p.y, p.z + 5.0, 5.0 ), 0.0 );
	float e;
	//SCENE_MAP
	return d;
}
float dist( vec3 p ) { return map( p ).x; }
Surface surface( float id, vec3 p ) {
	//SCENE_SURFACES
	return Surface( uBackdrop, 0.0, 0.0, vec3( 0 ) );
}
vec3 normalAt( vec3 p ) {
	vec2 e = vec2( 0.0009, -0.0009 );
	return normalize( e.xyy * dist( p + e.xyy ) + e.yyx * dist( p + e.yyx ) + e.yxy * dist( p + e.yxy ) + e.xxx * dist( p + e.xxx ) );
}
vec2 march( vec3 o, vec3 d, float far ) {
	float t = 0.01;
	for ( int i = 0; i < 160; i++ ) {
		vec2 h = map( o + d * t );
		if ( h.x < 0.0006 * t + 0.0002 ) { return vec2( t, h.y ); }
		t += h.x * 0.85;
		if ( t > far ) { break; }
	}
	return vec2( -1.0 );
}
float lit( vec3 o, vec3 d, float far ) {
	float t = 0.015, res = 1.0;
	for ( int i = 0; i < 70; i++ ) {
		float h = dist( o + d * t );
		res = min( res, 14.0 * h / t );
		if ( h < 0.0008 ) { return 0.0; }
		t += max( h * 0.85, 0.008 );
		if ( t > far ) { break; }
	}
	return clamp( res, 0.0, 1.0 );
}
float open( vec3 p, vec3 n ) {
	float sum = 0.0, weight = 1.0;
	for ( int i = 1; i <= 6; i++ ) {
		float h = 0.045 * float( i ) * float( i );
		sum += weight * max( h - dist( p + n * h ), 0.0 ) / h;
		weight *= 0.72;
	}
	return clamp( 1.0 - 0.42 * sum, 0.03, 1.0 );
}
vec3 softbox( vec3 r ) {
	vec3 l = normalize( vec3( -0.75, 0.8, 0.55 ) ), u = normalize( cross( vec3( 0, 1, 0 ), l ) ), v = cross( l, u );
	float k = dot( r, l );
	vec2 q = vec2( dot( r, u ), dot( r, v ) ) / max( k, 0.001 );
	float box = k > 0.0 ? smoothstep( 0.05, -0.05, max( abs( q.x ) - 0.34, abs( q.y ) - 0.5 ) ) : 0.0;
	float strip = smoothstep( 0.10, 0.0, abs( dot( r, normalize( vec3( 0.9, 0.1, 0.35 ) ) ) - 0.93 ) );
	return vec3( 3.2 * box + 0.35 * strip ) + mix( uBackdrop * 0.7, vec3( 0.75 ), smoothstep( -0.2, 0.9, r.y ) ) * uSky;
}
vec3 bounceOpen( float a, vec3 albedo ) {
	// Light that bounces inside a pale pot keeps it from going black.
	vec3 x = 2.0404 * albedo - 0.3324, y = -4.7951 * albedo + 0.6417, z = 2.7552 * albedo + 0.6903;
	return max( vec3( a ), ( ( a * x + y ) * a + z ) * a );
}
vec3 shade( vec3 p, vec3 n, vec3 view, Surface s, bool coat ) {
	float freckle = s.speckle > 0.0 ? specks( p ) * s.speckle : 0.0;
	vec3 base = s.colour * mix( 1.0, 0.94 + 0.12 * noise( p * 5.0 ), step( 0.001, s.speckle + s.gloss ) );
	base = mix( base, vec3( 0.17, 0.10, 0.07 ), freckle );
	vec3 key = normalize( uLight + uRandom.xyz * 0.13 );
	float facing = max( dot( n, key ), 0.0 );
	float shadow = facing > 0.0 ? lit( p + n * 0.004, key, 9.0 ) : 0.0;
	float a = open( p, n );
	vec3 dome = mix( uBackdrop * 0.55 + 0.12, vec3( 1.0, 0.99, 0.97 ), 0.5 + 0.5 * n.y );
	float rim = pow( max( dot( n, normalize( vec3( 0.9, 0.25, -0.4 ) ) ), 0.0 ), 2.0 );
	vec3 light = vec3( 1.0, 0.965, 0.91 ) * uKey * facing * shadow + ( dome * 0.62 + rim * 0.16 ) * uSky * bounceOpen( a, base );
	if ( uLamp.w > 0.0 ) {
		vec3 to = uLamp.xyz - p; float l = length( to ); to /= l;
		light += vec3( 1.0, 0.72, 0.42 ) * uLamp.w * max( dot( n, to ) * 0.8 + 0.2, 0.0 ) / ( 0.35 + l * l ) * a;
	}
	vec3 colour = base * light + s.glow;
	if ( s.gloss > 0.0 && coat ) {
		float f = ( 0.035 + 0.965 * pow( 1.0 - max( dot( n, view ), 0.0 ), 5.0 ) ) * s.gloss;
		colour = mix( colour, softbox( reflect( -view, n + uRandom.wxy * 0.015 ) ), f * mix( 0.35, 1.0, a ) );
	}
	return colour;
}
void main() {
	vec2 uv = ( 2.0 * ( gl_FragCoord.xy + uJitter ) - uSize ) / uSize.y;
	vec3 w = normalize( uTo - uFrom ), u = normalize( cross( w, vec3( 0, 1, 0 ) ) ), v = cross( u, w );
	vec3 ray = normalize( uv.x * u + uv.y * v + uZoom * w );
	vec2 hit = march( uFrom, ray, 40.0 );
	vec3 colour = uBackdrop * 0.9 * uSky;
	if ( hit.x > 0.0 ) {
		vec3 p = uFrom + ray * hit.x;
		vec3 n = normalAt( p );
		Surface s = surface( hit.y, p );
		colour = shade( p, n, -ray, s, true );
		if ( s.gloss > 0.0 ) {
			// One traced reflection: neighbours mirror in the glaze.
			vec3 r = reflect( ray, n );
			vec2 again = march( p + n * 0.01, r, 6.0 );
			if ( again.x > 0.0 ) {
				vec3 q = p + n * 0.01 + r * again.x;
				float f = ( 0.035 + 0.7 * pow( 1.0 - max( dot( n, -ray ), 0.0 ), 5.0 ) ) * s.gloss;
				Surface other = surface( again.y, q );
				colour = mix( colour, other.colour * 0.8 * uSky + other.glow, f );
			}
		}
	}
	outColour = vec4( colour, 1.0 );
}
