<?php
/**
 * Generated from plugin/schemas/event.json by "npm run generate". Do not edit.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Contracts;

/** One recorded event, in rrweb's format: what happened, and which property of it may hold what. The recorder writes such events, the fence builds each anew from these shapes, the decoder reads them. */
final class Event_Contract {

	/** What an event is (rrweb's EventType). */
	public const TYPE_DOM_READY     = 0;
	public const TYPE_LOAD          = 1;
	public const TYPE_FULL_SNAPSHOT = 2;
	public const TYPE_INCREMENTAL   = 3;
	public const TYPE_META          = 4;
	public const TYPE_CUSTOM        = 5;
	public const TYPE_PLUGIN        = 6;
	public const TYPE_ASSET         = 7;

	/** What changed in an incremental event (rrweb's IncrementalSource). */
	public const SOURCE_MUTATION            = 0;
	public const SOURCE_MOUSE_MOVE          = 1;
	public const SOURCE_MOUSE_INTERACTION   = 2;
	public const SOURCE_SCROLL              = 3;
	public const SOURCE_VIEWPORT_RESIZE     = 4;
	public const SOURCE_INPUT               = 5;
	public const SOURCE_TOUCH_MOVE          = 6;
	public const SOURCE_MEDIA               = 7;
	public const SOURCE_STYLE_SHEET_RULE    = 8;
	public const SOURCE_CANVAS              = 9;
	public const SOURCE_FONT                = 10;
	public const SOURCE_LOG                 = 11;
	public const SOURCE_DRAG                = 12;
	public const SOURCE_STYLE_DECLARATION   = 13;
	public const SOURCE_SELECTION           = 14;
	public const SOURCE_ADOPTED_STYLE_SHEET = 15;
	public const SOURCE_CUSTOM_ELEMENT      = 16;

	/** What a node is (rrweb's NodeType). */
	public const NODE_DOCUMENT = 0;
	public const NODE_DOCTYPE  = 1;
	public const NODE_ELEMENT  = 2;
	public const NODE_TEXT     = 3;
	public const NODE_CDATA    = 4;
	public const NODE_COMMENT  = 5;

	/** What a pointer or the focus did (rrweb's MouseInteractions). */
	public const INTERACTION_MOUSE_UP            = 0;
	public const INTERACTION_MOUSE_DOWN          = 1;
	public const INTERACTION_CLICK               = 2;
	public const INTERACTION_CONTEXT_MENU        = 3;
	public const INTERACTION_DOUBLE_CLICK        = 4;
	public const INTERACTION_FOCUS               = 5;
	public const INTERACTION_BLUR                = 6;
	public const INTERACTION_TOUCH_START         = 7;
	public const INTERACTION_TOUCH_MOVE_DEPARTED = 8;
	public const INTERACTION_TOUCH_END           = 9;
	public const INTERACTION_TOUCH_CANCEL        = 10;

	/** What pointed (rrweb's PointerTypes). */
	public const POINTER_MOUSE = 0;
	public const POINTER_PEN   = 1;
	public const POINTER_TOUCH = 2;

	/** What a video or sound did (rrweb's MediaInteractions). */
	public const MEDIA_PLAY          = 0;
	public const MEDIA_PAUSE         = 1;
	public const MEDIA_SEEKED        = 2;
	public const MEDIA_VOLUME_CHANGE = 3;
	public const MEDIA_RATE_CHANGE   = 4;

	/** How much the recorder tells on a page or device where its cost is above its budget. Each step includes those before: positions of the pointer once a second; positions of scrolled boxes once a second; style and class of one element once a second. */
	public const DETAIL_FULL            = 0;
	public const DETAIL_FEWER_POSITIONS = 1;
	public const DETAIL_FEWER_SCROLLS   = 2;
	public const DETAIL_FEWER_STYLES    = 3;

	/** Lowest id of a node or style sheet: rrweb writes -1 and -2 for one it has no number for. */
	public const LOWEST_ID = -2;

	/** Highest id: far beyond what a page can have. */
	public const HIGHEST_ID = 2147483648;

	/** Largest number, either way, in CSS px: no page is longer. A card number is. */
	public const FARTHEST = 1000000;

	/** Digits kept behind the point: they are digits too. */
	public const DECIMALS = 3;

	/** Largest time of an event: 1 January 2100 as Unix time, ms. */
	public const LATEST_MS = 4102444800000;

	/** Longest name of an element, attribute or property, in characters. */
	public const MAX_NAME_LENGTH = 101;

	/** Rules inside rules inside rules. */
	public const MAX_INDEX_DEPTH = 10;

	/** Most properties of one object: no element has so many attributes, and no rule so many declarations. */
	public const MAX_PROPERTIES = 1000;

	/** Most levels of JSON: an element takes two, itself and its list of children. The recorder tells what is deeper than 200 elements in later events that are not nested, so that no page comes near. It is PHP's own default; twice as deep runs over the stack that PHP in WebAssembly has. */
	public const MAX_DEPTH = 512;

	/** Tag of a custom event. A new address within the page. */
	public const ADDRESS_TAG = 'candid:address';

	/** Tag of a custom event. From here on the recorder tells less; told once more after each full snapshot. */
	public const DETAIL_TAG = 'candid:detail';

	/** Shape of a custom event by its tag; there are no others. */
	public const SHAPE_OF_TAG = array(
		'candid:address' => 'addressEvent',
		'candid:detail'  => 'detailEvent',
	);

	/** Shape by type. */
	public const SHAPE_OF_TYPE = array(
		self::TYPE_DOM_READY     => 'empty',
		self::TYPE_LOAD          => 'empty',
		self::TYPE_META          => 'meta',
		self::TYPE_FULL_SNAPSHOT => 'fullSnapshot',
	);

	/** Shape by node. */
	public const SHAPE_OF_NODE = array(
		self::NODE_DOCUMENT => 'documentNode',
		self::NODE_DOCTYPE  => 'doctypeNode',
		self::NODE_ELEMENT  => 'elementNode',
		self::NODE_TEXT     => 'textNode',
		self::NODE_CDATA    => 'cdataNode',
		self::NODE_COMMENT  => 'commentNode',
	);

	/** Shape by source. */
	public const SHAPE_OF_SOURCE = array(
		self::SOURCE_MUTATION            => 'mutation',
		self::SOURCE_MOUSE_MOVE          => 'move',
		self::SOURCE_MOUSE_INTERACTION   => 'mouseInteraction',
		self::SOURCE_SCROLL              => 'scroll',
		self::SOURCE_VIEWPORT_RESIZE     => 'viewportResize',
		self::SOURCE_INPUT               => 'input',
		self::SOURCE_TOUCH_MOVE          => 'move',
		self::SOURCE_MEDIA               => 'mediaInteraction',
		self::SOURCE_STYLE_SHEET_RULE    => 'styleSheetRule',
		self::SOURCE_DRAG                => 'move',
		self::SOURCE_STYLE_DECLARATION   => 'styleDeclaration',
		self::SOURCE_SELECTION           => 'selection',
		self::SOURCE_ADOPTED_STYLE_SHEET => 'adoptedStyleSheet',
		self::SOURCE_CUSTOM_ELEMENT      => 'customElement',
	);

	/** What each property may hold. A number: one of so many, from 0. "{…}" and "[…]": an object, a list of that shape or kind. */
	public const SHAPES = array(
		'event'             => array(
			'type'      => 8,
			'data'      => 'object',
			'timestamp' => 'time',
			'delay'     => 'number',
		),
		'empty'             => array(),
		'meta'              => array(
			'href'    => 'text',
			'width'   => 'number',
			'height'  => 'number',
			'display' => '{display}',
		),
		'display'           => array(
			'dark'           => 'flag',
			'reducedMotion'  => 'flag',
			'moreContrast'   => 'flag',
			'forcedColors'   => 'flag',
			'hover'          => 'flag',
			'anyHover'       => 'flag',
			'finePointer'    => 'flag',
			'anyFinePointer' => 'flag',
			'pixelRatio'     => 'number',
			'zoom'           => 'number',
		),
		'addressEvent'      => array(
			'tag'     => 'text',
			'payload' => '{address}',
		),
		'address'           => array(
			'href' => 'text',
		),
		'detailEvent'       => array(
			'tag'     => 'text',
			'payload' => '{detail}',
		),
		'detail'            => array(
			'level' => 4,
		),
		'fullSnapshot'      => array(
			'node'          => 'object',
			'initialOffset' => '{offset}',
		),
		'offset'            => array(
			'left' => 'number',
			'top'  => 'number',
		),
		'documentNode'      => array(
			'type'         => 6,
			'id'           => 'id',
			'rootId'       => 'id',
			'isShadow'     => 'flag',
			'isShadowHost' => 'flag',
			'childNodes'   => 'list',
			'compatMode'   => 'text',
		),
		'doctypeNode'       => array(
			'type'         => 6,
			'id'           => 'id',
			'rootId'       => 'id',
			'isShadow'     => 'flag',
			'isShadowHost' => 'flag',
			'name'         => 'text',
			'publicId'     => 'text',
			'systemId'     => 'text',
		),
		'elementNode'       => array(
			'type'         => 6,
			'id'           => 'id',
			'rootId'       => 'id',
			'isShadow'     => 'flag',
			'isShadowHost' => 'flag',
			'tagName'      => 'name',
			'attributes'   => 'object',
			'childNodes'   => 'list',
			'isSVG'        => 'flag',
			'isCustom'     => 'flag',
			'needBlock'    => 'flag',
		),
		'textNode'          => array(
			'type'         => 6,
			'id'           => 'id',
			'rootId'       => 'id',
			'isShadow'     => 'flag',
			'isShadowHost' => 'flag',
			'textContent'  => 'text',
			'isStyle'      => 'flag',
		),
		'cdataNode'         => array(
			'type'         => 6,
			'id'           => 'id',
			'rootId'       => 'id',
			'isShadow'     => 'flag',
			'isShadowHost' => 'flag',
			'textContent'  => 'text',
		),
		'commentNode'       => array(
			'type'         => 6,
			'id'           => 'id',
			'rootId'       => 'id',
			'isShadow'     => 'flag',
			'isShadowHost' => 'flag',
			'textContent'  => 'text',
		),
		'anyNode'           => array(
			'type'         => 6,
			'id'           => 'id',
			'rootId'       => 'id',
			'isShadow'     => 'flag',
			'isShadowHost' => 'flag',
		),
		'mutation'          => array(
			'source'         => 17,
			'texts'          => '[textChange]',
			'attributes'     => '[attributeChange]',
			'removes'        => '[removal]',
			'adds'           => '[addition]',
			'isAttachIframe' => 'flag',
		),
		'addition'          => array(
			'parentId'   => 'id',
			'previousId' => 'id',
			'nextId'     => 'id',
			'node'       => 'object',
		),
		'removal'           => array(
			'parentId' => 'id',
			'id'       => 'id',
			'isShadow' => 'flag',
		),
		'textChange'        => array(
			'id'    => 'id',
			'value' => 'text',
		),
		'attributeChange'   => array(
			'id'         => 'id',
			'attributes' => 'object',
		),
		'move'              => array(
			'source'    => 17,
			'positions' => '[position]',
		),
		'position'          => array(
			'x'          => 'number',
			'y'          => 'number',
			'id'         => 'id',
			'timeOffset' => 'number',
		),
		'mouseInteraction'  => array(
			'source'      => 17,
			'type'        => 11,
			'id'          => 'id',
			'x'           => 'number',
			'y'           => 'number',
			'pointerType' => 3,
		),
		'scroll'            => array(
			'source' => 17,
			'id'     => 'id',
			'x'      => 'number',
			'y'      => 'number',
		),
		'viewportResize'    => array(
			'source' => 17,
			'width'  => 'number',
			'height' => 'number',
		),
		'input'             => array(
			'source'        => 17,
			'id'            => 'id',
			'text'          => 'text',
			'isChecked'     => 'flag',
			'userTriggered' => 'flag',
		),
		'mediaInteraction'  => array(
			'source'       => 17,
			'type'         => 5,
			'id'           => 'id',
			'currentTime'  => 'seconds',
			'volume'       => 'number',
			'muted'        => 'flag',
			'loop'         => 'flag',
			'playbackRate' => 'number',
		),
		'selection'         => array(
			'source' => 17,
			'ranges' => '[range]',
		),
		'range'             => array(
			'start'       => 'id',
			'startOffset' => 'number',
			'end'         => 'id',
			'endOffset'   => 'number',
		),
		'styleSheetRule'    => array(
			'source'      => 17,
			'id'          => 'id',
			'styleId'     => 'id',
			'adds'        => '[rule]',
			'removes'     => '[ruleRemoval]',
			'replace'     => 'text',
			'replaceSync' => 'text',
		),
		'rule'              => array(
			'rule'  => 'text',
			'index' => 'index',
		),
		'ruleRemoval'       => array(
			'index' => 'index',
		),
		'styleDeclaration'  => array(
			'source'  => 17,
			'id'      => 'id',
			'styleId' => 'id',
			'index'   => 'index',
			'set'     => '{declaration}',
			'remove'  => '{declarationName}',
		),
		'declaration'       => array(
			'property' => 'text',
			'value'    => 'text',
			'priority' => 'text',
		),
		'declarationName'   => array(
			'property' => 'text',
		),
		'adoptedStyleSheet' => array(
			'source'   => 17,
			'id'       => 'id',
			'styles'   => '[style]',
			'styleIds' => '[id]',
		),
		'style'             => array(
			'styleId' => 'id',
			'rules'   => '[rule]',
		),
		'customElement'     => array(
			'source' => 17,
			'define' => '{definition}',
		),
		'definition'        => array(
			'name' => 'name',
		),
	);

	/** What a shape means nothing without. */
	public const NEEDED = array(
		'event'             => array(
			'type',
			'data',
			'timestamp',
		),
		'detail'            => array(
			'level',
		),
		'fullSnapshot'      => array(
			'node',
		),
		'documentNode'      => array(
			'id',
		),
		'doctypeNode'       => array(
			'id',
		),
		'elementNode'       => array(
			'id',
		),
		'textNode'          => array(
			'id',
		),
		'cdataNode'         => array(
			'id',
		),
		'commentNode'       => array(
			'id',
		),
		'anyNode'           => array(
			'id',
		),
		'addition'          => array(
			'parentId',
			'node',
		),
		'removal'           => array(
			'parentId',
			'id',
		),
		'textChange'        => array(
			'id',
			'value',
		),
		'attributeChange'   => array(
			'id',
			'attributes',
		),
		'position'          => array(
			'id',
		),
		'mouseInteraction'  => array(
			'type',
			'id',
		),
		'scroll'            => array(
			'id',
		),
		'input'             => array(
			'id',
		),
		'mediaInteraction'  => array(
			'type',
			'id',
		),
		'range'             => array(
			'start',
			'end',
		),
		'rule'              => array(
			'rule',
		),
		'ruleRemoval'       => array(
			'index',
		),
		'adoptedStyleSheet' => array(
			'id',
		),
		'style'             => array(
			'styleId',
		),
	);
}
