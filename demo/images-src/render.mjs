/**
 * Draws the shop's pictures: `node demo/images-src/render.mjs [--draft] [name …]`.
 * Each scene of scenes.mjs is sphere-traced in headless Chromium (software WebGL) and written as WebP
 * to demo/shop/assets/images. Nothing is downloaded and nothing is a photograph.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { linear } from './shapes.mjs';
import { pictures } from './scenes.mjs';

const here = dirname( fileURLToPath( import.meta.url ) );
const target = join( here, '../shop/assets/images' );
const draft = process.argv.includes( '--draft' );
const wanted = process.argv.slice( 2 ).filter( ( name ) => ! name.startsWith( '--' ) );
const tracer = await readFile( join( here, 'tracer.glsl' ), 'utf8' );

/** Runs in the page: draws the samples, averages them, and answers with WebP as a data URL. */
async function draw( { shader, width, height, samples, from, to, zoom, backdrop, light, key, sky, lamp, quality } ) {
	const canvas = Object.assign( document.createElement( 'canvas' ), { width, height } );
	const gl = canvas.getContext( 'webgl2' );
	gl.getExtension( 'EXT_color_buffer_float' );
	const compile = ( type, source ) => {
		const made = gl.createShader( type );
		gl.shaderSource( made, source );
		gl.compileShader( made );
		if ( ! gl.getShaderParameter( made, gl.COMPILE_STATUS ) ) {
			throw new Error( gl.getShaderInfoLog( made ) );
		}
		return made;
	};
	const program = gl.createProgram();
	gl.attachShader( program, compile( gl.VERTEX_SHADER, '#version 300 es\nvoid main() { gl_Position = vec4( vec2( gl_VertexID & 1, gl_VertexID >> 1 ) * 4.0 - 1.0, 0, 1 ); }' ) );
	gl.attachShader( program, compile( gl.FRAGMENT_SHADER, shader ) );
	gl.linkProgram( program );
	gl.useProgram( program );
	const texture = gl.createTexture();
	gl.bindTexture( gl.TEXTURE_2D, texture );
	gl.texStorage2D( gl.TEXTURE_2D, 1, gl.RGBA32F, width, height );
	gl.bindFramebuffer( gl.FRAMEBUFFER, gl.createFramebuffer() );
	gl.framebufferTexture2D( gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0 );
	gl.viewport( 0, 0, width, height );
	const put = ( name, ...values ) => gl[ `uniform${ values.length }f` ]( gl.getUniformLocation( program, name ), ...values );
	put( 'uSize', width, height );
	put( 'uFrom', ...from );
	put( 'uTo', ...to );
	put( 'uZoom', zoom );
	put( 'uBackdrop', ...backdrop );
	put( 'uLight', ...light );
	put( 'uKey', key );
	put( 'uSky', sky );
	put( 'uLamp', ...lamp );

	// Golden-ratio steps spread the samples evenly over pixel and lamp, and give the same picture each time.
	const spread = ( index, step ) => ( ( index + 0.5 ) * step ) % 1;
	const sum = new Float32Array( width * height * 4 );
	const one = new Float32Array( width * height * 4 );
	for ( let sample = 0; sample < samples; sample++ ) {
		put( 'uJitter', spread( sample, 0.7548777 ) - 0.5, spread( sample, 0.5698403 ) - 0.5 );
		const [ a, b, c ] = [ 0.8191725, 0.6710436, 0.5497005 ].map( ( step ) => spread( sample, step ) * 2 - 1 );
		put( 'uRandom', a, b, c, a * b );
		gl.drawArrays( gl.TRIANGLES, 0, 3 );
		gl.readPixels( 0, 0, width, height, gl.RGBA, gl.FLOAT, one );
		for ( let at = 0; at < sum.length; at++ ) {
			sum[ at ] += one[ at ];
		}
		await new Promise( ( resolve ) => setTimeout( resolve ) );
	}
	const flat = Object.assign( document.createElement( 'canvas' ), { width, height } );
	const context = flat.getContext( '2d' );
	const image = context.createImageData( width, height );
	const tone = ( value ) => {
		const soft = value < 0.7 ? value : 0.7 + 0.3 * ( 1 - Math.exp( -( value - 0.7 ) / 0.3 ) );
		return 255 * soft ** ( 1 / 2.2 );
	};
	for ( let y = 0; y < height; y++ ) {
		for ( let x = 0; x < width; x++ ) {
			const source = ( ( height - 1 - y ) * width + x ) * 4;
			const place = ( y * width + x ) * 4;
			for ( let part = 0; part < 3; part++ ) {
				image.data[ place + part ] = tone( sum[ source + part ] / samples );
			}
			image.data[ place + 3 ] = 255;
		}
	}
	context.putImageData( image, 0, 0 );
	return flat.toDataURL( 'image/webp', quality );
}

const browser = await chromium.launch( {
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: [ '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync' ],
} );
try {
	const page = await browser.newPage();
	for ( const picture of pictures.filter( ( { name } ) => wanted.length === 0 || wanted.some( ( word ) => name.startsWith( word ) ) ) ) {
		const start = Date.now();
		const { scene, backdrop, name, width = 640, height = 640, ...view } = picture;
		const url = await page.evaluate( draw, {
			light: [ -0.62, 0.85, 0.5 ], key: 1.05, sky: 1, lamp: [ 0, 0, 0, 0 ], quality: 0.8, ...view,
			width: draft ? Math.round( width / 2 ) : width,
			height: draft ? Math.round( height / 2 ) : height,
			samples: draft ? 4 : 8,
			backdrop: linear( backdrop ),
			shader: scene.shader( tracer ),
		} );
		const bytes = Buffer.from( url.slice( url.indexOf( ',' ) + 1 ), 'base64' );
		await writeFile( join( target, `${ name }.webp` ), bytes );
		console.log( `${ name }  ${ ( bytes.length / 1024 ).toFixed( 1 ) } KiB  ${ ( ( Date.now() - start ) / 1000 ).toFixed( 1 ) } s` );
	}
} finally {
	await browser.close();
}
