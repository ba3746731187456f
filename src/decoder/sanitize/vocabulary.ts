/** The words a recorded page may be made of. What is not here does not come onto the stage. */

const words = ( text: string ): ReadonlySet< string > => new Set( text.trim().split( /\s+/ ) );

export const HTML_TAGS = words( `
	html head body style a abbr acronym address area article aside audio b bdi bdo big blockquote br button
	canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
	fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd
	label legend li main map mark marquee menu meter nav nobr noscript ol optgroup option output p picture pre
	progress q rp rt ruby s samp search section select slot small span strike strong sub summary sup table
	tbody td textarea tfoot th thead time tr tt u ul var video wbr` );

export const SVG_TAGS = words( `
	svg g a path rect circle ellipse line polyline polygon text tspan textpath defs symbol use image
	lineargradient radialgradient stop pattern mask clippath marker filter switch title desc style
	foreignobject feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting
	fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur
	femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence` );

/** Left out with all they hold; an invisible stand-in keeps the place, so that what follows still fits. */
export const EMPTIED_TAGS = words( `
	script meta base link template title source track param object embed applet portal fencedframe frame
	frameset noframes noembed bgsound animate animatetransform animatemotion set mpath discard script handler` );

/** Elements that hold nothing but text. */
export const TEXT_ONLY = words( 'style textarea' );

/** Instead of an element whose name is not known: shows its content, behaves like nothing. */
export const UNKNOWN = 'candid-unknown';

export const HTML_ATTRIBUTES = words( `
	class id style dir lang title hidden inert popover role slot part exportparts align valign width height colspan rowspan
	headers scope span bgcolor color face size border cellpadding cellspacing nowrap frame rules type name value
	checked selected disabled readonly required placeholder min max step low high optimum rows cols wrap multiple
	maxlength minlength for label open start reversed datetime alt noshade clear compact hspace vspace
	shape coords summary abbr inputmode translate data-candid` );

export const SVG_ATTRIBUTES = words( `
	class id style dir lang role viewbox preserveaspectratio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d
	points transform transform-origin pathlength fill fill-opacity fill-rule stroke stroke-width stroke-linecap
	stroke-linejoin stroke-dasharray stroke-dashoffset stroke-opacity stroke-miterlimit opacity color display
	visibility overflow clip-path clip-rule mask mask-type filter flood-color flood-opacity lighting-color
	stop-color stop-opacity offset gradientunits gradienttransform spreadmethod patternunits
	patterncontentunits patterntransform maskunits maskcontentunits clippathunits markerwidth markerheight
	markerunits orient refx refy marker-start marker-mid marker-end font-family font-size font-style font-weight
	font-variant font-stretch letter-spacing word-spacing text-anchor text-decoration text-rendering
	dominant-baseline alignment-baseline baseline-shift writing-mode direction dx dy rotate textlength lengthadjust
	startoffset method spacing side shape-rendering image-rendering color-rendering color-interpolation
	color-interpolation-filters vector-effect paint-order mix-blend-mode isolation pointer-events cursor
	filterunits primitiveunits in in2 result stddeviation edgemode type values tablevalues slope intercept
	amplitude exponent mode operator k1 k2 k3 k4 order kernelmatrix divisor bias targetx targety preservealpha
	surfacescale diffuseconstant specularconstant specularexponent azimuth elevation pointsatx pointsaty pointsatz
	limitingconeangle radius basefrequency numoctaves seed stitchtiles xchannelselector ychannelselector
	scale version requiredextensions systemlanguage title hidden xml:space xml:lang` );

/** SVG elements whose content is drawn again wherever they are named. */
export const SVG_DRAWN_ELSEWHERE = words( 'pattern mask marker clippath filter' );

/** The only elements that may hold a shadow tree, besides custom ones (DOM standard, "attach a shadow root"). */
export const SHADOW_HOSTS = words( 'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span' );

/** What becomes a property of the form it is in, under its name and id. */
export const FORM_FIELDS = words( 'button fieldset img input output select textarea' );

/** What becomes a property of its document, under its name. */
export const NAMED_IN_DOCUMENT = words( 'form iframe img' );

export const CONTROLS = words( 'input textarea select option output meter progress' );

const CUSTOM = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
const RESERVED = words( 'annotation-xml color-profile font-face font-face-src font-face-uri font-face-format font-face-name missing-glyph' );

/** Whether this is a name a page may give to an element of its own. */
export function isCustomName( tag: string ): boolean {
	return tag.length <= 64 && CUSTOM.test( tag ) && ! RESERVED.has( tag ) && ! tag.startsWith( 'candid-' );
}
