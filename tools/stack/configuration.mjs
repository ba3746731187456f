/** The configuration files of the native stack, as text. Everything lies below one folder. */

/**
 * @param {Object} paths         Where things are.
 * @param {string} paths.folder  The stack's folder.
 * @param {string} paths.run     Sockets and pid files.
 * @param {string} paths.site    Web root.
 * @param {number} port          Port on 127.0.0.1.
 * @return {string} nginx.conf. Workers run as whoever started the stack, who owns the files.
 */
export const nginxConfiguration = ( { folder, run, site }, port ) => `
${ process.getuid?.() === 0 ? 'user root;' : '' }
pid ${ run }/nginx.pid;
error_log ${ folder }/log/nginx.log warn;
worker_processes 1;
events { worker_connections 256; }
http {
	types {
		text/html html; text/css css; application/javascript js mjs; application/json json map; image/svg+xml svg;
		image/png png; image/jpeg jpg jpeg; image/webp webp; image/gif gif; image/x-icon ico; font/woff2 woff2; text/plain txt po pot; text/xml xml xsl;
	}
	default_type application/octet-stream;
	access_log ${ folder }/log/access.log;
	sendfile on;
	gzip on;
	gzip_types text/css application/javascript application/json image/svg+xml;
	client_max_body_size 16m;
	client_body_temp_path ${ folder }/tmp/body;
	proxy_temp_path ${ folder }/tmp/proxy;
	fastcgi_temp_path ${ folder }/tmp/fastcgi;
	uwsgi_temp_path ${ folder }/tmp/uwsgi;
	scgi_temp_path ${ folder }/tmp/scgi;
	server {
		listen 127.0.0.1:${ port };
		server_name 127.0.0.1 localhost;
		root ${ site };
		index index.php;
		location / { try_files $uri $uri/ /index.php?$args; }
		location ~ /\\. { deny all; }
		location ~* ^/wp-content/uploads/.*\\.php$ { deny all; }
		location ~ \\.php$ {
			try_files $uri =404;
			fastcgi_pass unix:${ run }/php.sock;
			fastcgi_index index.php;
			fastcgi_buffers 16 32k;
			fastcgi_buffer_size 32k;
			fastcgi_read_timeout 120s;
			fastcgi_param QUERY_STRING $query_string;
			fastcgi_param REQUEST_METHOD $request_method;
			fastcgi_param CONTENT_TYPE $content_type;
			fastcgi_param CONTENT_LENGTH $content_length;
			fastcgi_param SCRIPT_NAME $fastcgi_script_name;
			fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
			fastcgi_param REQUEST_URI $request_uri;
			fastcgi_param DOCUMENT_URI $document_uri;
			fastcgi_param DOCUMENT_ROOT $document_root;
			fastcgi_param SERVER_PROTOCOL $server_protocol;
			fastcgi_param REQUEST_SCHEME $scheme;
			fastcgi_param GATEWAY_INTERFACE CGI/1.1;
			fastcgi_param SERVER_SOFTWARE nginx/$nginx_version;
			fastcgi_param REMOTE_ADDR $remote_addr;
			fastcgi_param REMOTE_PORT $remote_port;
			fastcgi_param SERVER_ADDR $server_addr;
			fastcgi_param SERVER_PORT $server_port;
			fastcgi_param SERVER_NAME $server_name;
			fastcgi_param REDIRECT_STATUS 200;
			# With the port: without it WordPress redirects to itself for ever.
			fastcgi_param HTTP_HOST $http_host;
		}
	}
}
`;

/** PHP-FPM: one pool. Workers run as whoever started the stack, who owns the files. */
export const fpmConfiguration = ( { folder, run } ) => `
[global]
pid = ${ run }/php-fpm.pid
error_log = ${ folder }/log/php-fpm.log
daemonize = yes
[candid]
listen = ${ run }/php.sock
listen.mode = 0600
pm = dynamic
pm.max_children = 6
pm.start_servers = 2
pm.min_spare_servers = 1
pm.max_spare_servers = 3
catch_workers_output = yes
php_admin_value[error_log] = ${ folder }/log/php.log
php_admin_flag[log_errors] = on
php_admin_flag[display_errors] = off
php_admin_value[upload_max_filesize] = 16M
php_admin_value[post_max_size] = 16M
php_admin_value[memory_limit] = 256M
php_admin_value[opcache.revalidate_freq] = 0
`;

/** MariaDB's command line: no network, no configuration of the machine's own. */
export const databaseArguments = ( { folder, run } ) => [
	'--no-defaults',
	`--datadir=${ folder }/database`,
	`--socket=${ run }/mariadb.sock`,
	`--pid-file=${ run }/mariadb.pid`,
	`--log-error=${ folder }/log/mariadb.log`,
	`--tmpdir=${ folder }/tmp`,
	'--skip-networking',
	'--innodb-buffer-pool-size=64M',
	'--innodb-flush-log-at-trx-commit=2',
	'--character-set-server=utf8mb4',
	'--collation-server=utf8mb4_unicode_520_ci',
];
