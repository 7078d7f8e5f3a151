package org.larum.app.alert;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What senders sent, as it came: beside the log, compressed, kept for a time. */
public final class RawTable {

    private final JdbcClient jdbc;

    public RawTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID id, String dialect, byte[] body, Instant at) {
        jdbc.sql("insert into raw_bodies (id, dialect, body, received_at) values (?, ?, ?, ?)")
                .params(id, dialect, zip(body), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<byte[]> find(UUID id) {
        return jdbc.sql("select body from raw_bodies where id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(RawTable::unzip);
    }

    private static byte[] zip(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 2 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] unzip(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
