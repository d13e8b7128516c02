import type { Room } from './room.ts'

/**
 * PostgreSQL's settings for a county's machine: small in memory, reachable only by unix socket,
 * nothing given up in durability. Given on the command line, so that a hand-edited file in the
 * data directory cannot weaken them.
 */
export function serverSettings(room: Room, isDurable: boolean): string[] {
  return [
    'listen_addresses=',
    `unix_socket_directories=${room.sockets}`,
    'unix_socket_permissions=0700',
    'ssl=off',
    'max_connections=40',
    'shared_buffers=64MB',
    'work_mem=8MB',
    'maintenance_work_mem=32MB',
    'effective_cache_size=512MB',
    'huge_pages=off',
    'jit=off',
    // Reads by the asking process itself: saves the three I/O workers of PostgreSQL 18.
    'io_method=sync',
    'max_worker_processes=4',
    'max_logical_replication_workers=0',
    'max_parallel_workers=2',
    'autovacuum_max_workers=2',
    // What a base backup under load needs: see storage/backup.
    'wal_level=replica',
    'max_wal_senders=0',
    'max_replication_slots=4',
    'max_wal_size=512MB',
    'logging_collector=off',
    'log_checkpoints=off',
    'log_line_prefix=%m [%p] ',
    'lc_messages=C',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
}
