package org.larum.app.api.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.domain.incident.IncidentEvent.Attachment;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;

/** Takes files in pieces, and knows which of them a note may name. Blocking. */
public final class AttachmentDesk {

    static final int PIECE = 256 * 1024;

    private static final long LARGEST = 10L * 1024 * 1024;
    private static final long MOST = 50L * 1024 * 1024;
    private static final int MOST_OF_A_NOTE = 10;
    private static final int LONGEST_NAME = 200;
    private static final int AT_ONCE = 16;

    /** Somebody on a slow line holds one of these for long, and no connection of the database meanwhile. */
    private final Semaphore places = new Semaphore(AT_ONCE);

    private final AttachmentTable table;
    private final Ids ids;

    AttachmentDesk(AttachmentTable table, Ids ids) {
        this.table = table;
        this.ids = ids;
    }

    /** @param size as it was announced; −1 when it was not */
    Attachment take(UUID incident, @Nullable String name, long size, InputStream bytes) {
        if (size < 0) {
            throw invalid("no_size", "The size of the file is not known. Send it with \"Content-Length\".");
        }
        if (size == 0) {
            throw invalid("empty_file", "The file is empty. Choose one with something in it.");
        }
        if (size > LARGEST) {
            throw invalid("file_too_large", "A file has 10 MiB at most. Compress it, or send the part that matters.");
        }
        if (!places.tryAcquire()) {
            letPass(bytes, size);
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "too_many_uploads",
                    "Others upload files just now. Nothing was kept. Send it again in a moment.");
        }
        try {
            table.forgetLeft();
            return take(ids.next(), incident, clean(name), size, bytes);
        } finally {
            places.release();
        }
    }

    private Attachment take(UUID id, UUID incident, String name, long size, InputStream bytes) {
        if (!table.begin(id, incident, name, size, MOST)) {
            letPass(bytes, size);
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "no_room",
                    "The files of an incident have 50 MiB at most, and there is too little left for this one. Nothing was"
                            + " kept. Compress it, or put it elsewhere and write where.");
        }
        boolean isKept = false;
        try {
            var attachment = pieces(id, name, size, bytes);
            table.end(attachment);
            isKept = true;
            return attachment;
        } catch (IOException e) {
            throw invalid("cut_off", "The file did not arrive whole. Send it again.");
        } finally {
            if (!isKept) {
                table.forget(incident, id);
            }
        }
    }

    private Attachment pieces(UUID id, String name, long size, InputStream bytes) throws IOException {
        var digest = sha256();
        var sniffer = new Sniffer();
        var piece = new byte[PIECE];
        long taken = 0;
        for (int part = 0; taken < size; part++) {
            int length = bytes.readNBytes(piece, 0, (int) Math.min(PIECE, size - taken));
            if (length == 0) {
                throw new IOException("cut off");
            }
            var full = length == PIECE ? piece : Arrays.copyOf(piece, length);
            if (!sniffer.take(full)) {
                letPass(bytes, size - taken - length);
                throw unknownType();
            }
            digest.update(full);
            table.part(id, part, full);
            taken += length;
        }
        var type = sniffer.type().orElseThrow(AttachmentDesk::unknownType);
        return new Attachment(id, name, type, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** A browser that cannot send all of it never reads why it was refused. */
    private static void letPass(InputStream bytes, long size) {
        try {
            bytes.skipNBytes(size);
        } catch (IOException e) {
            // whoever has left reads nothing anyway
        }
    }

    private static Refusal unknownType() {
        return invalid(
                "file_type",
                "Files are text (UTF-8), PNG, JPEG, GIF, WebP, PDF, ZIP or gzip; what is inside decides, not the name. Put"
                        + " anything else into a .zip or .gz.");
    }

    /** The last part of a path, without what could turn or break the line it is shown in. */
    static String clean(@Nullable String given) {
        var name = given == null
                ? ""
                : given.replaceAll(".*[/\\\\]", "")
                        .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "")
                        .strip();
        if (name.isEmpty()) {
            return "file";
        }
        // The end says what it is.
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : "…" + name.substring(name.offsetByCodePoints(name.length(), -(LONGEST_NAME - 1)));
    }

    void forget(UUID incident, UUID id) {
        table.forget(incident, id);
    }

    Attachment noted(UUID incident, UUID id) {
        return table.noted(incident, id)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_attachment",
                        "No note of this incident has a file with this id. They stand in its timeline."));
    }

    byte[] part(UUID id, int part) {
        return table.part(id, part);
    }

    /** Those that a note is about to name, in its order. */
    public List<Attachment> named(UUID incident, @Nullable List<String> given) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        var wanted = new ArrayList<UUID>();
        for (var text : given) {
            var id = Asking.uuid(text);
            if (id == null) {
                throw unknown();
            }
            wanted.add(id);
        }
        if (wanted.size() > MOST_OF_A_NOTE) {
            throw invalid("too_many_files", "A note has 10 files at most. Write another note for the others.");
        }
        var found =
                table.left(incident, wanted).stream().collect(Collectors.toMap(Attachment::id, Function.identity()));
        return wanted.stream()
                .distinct()
                .map(id -> {
                    var one = found.get(id);
                    if (one == null) {
                        throw unknown();
                    }
                    return one;
                })
                .toList();
    }

    private static Refusal unknown() {
        return invalid(
                "no_such_attachment",
                "\"attachments\" names a file that was not uploaded to this incident, that a note has already, or that was"
                        + " left for more than a day. Upload it again.");
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence + " Nothing was kept.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
