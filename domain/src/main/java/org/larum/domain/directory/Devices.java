package org.larum.domain.directory;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.larum.domain.directory.DirectoryEvent.DeviceRegistered;
import org.larum.domain.directory.DirectoryEvent.DeviceRemoved;
import org.larum.domain.directory.DirectoryEvent.OfDevice;

/** The devices of everybody, folded from the log and readable as of any index of it. One thread writes, any number read. */
public final class Devices {

    private final Map<DeviceId, PersonId> owners = new ConcurrentHashMap<>();
    private final Map<PersonId, NavigableMap<Long, List<DeviceRegistered>>> devices = new ConcurrentHashMap<>();

    public void evolve(long index, OfDevice event) {
        var owner = owners.remove(event.device());
        if (owner != null) {
            put(owner, index, without(of(owner, index), event.device()));
        }
        switch (event) {
            case DeviceRegistered e -> {
                owners.put(e.device(), e.person());
                put(
                        e.person(),
                        index,
                        Stream.concat(of(e.person(), index).stream(), Stream.of(e))
                                .toList());
            }
            case DeviceRemoved e -> {}
        }
    }

    private static List<DeviceRegistered> without(List<DeviceRegistered> all, DeviceId gone) {
        return all.stream().filter(one -> !one.device().equals(gone)).toList();
    }

    private void put(PersonId person, long index, List<DeviceRegistered> now) {
        devices.computeIfAbsent(person, none -> new ConcurrentSkipListMap<>()).put(index, now);
    }

    /** Those of a person as known at an index, the first registered first. */
    public List<DeviceRegistered> of(PersonId person, long index) {
        var history = devices.get(person);
        var last = history == null ? null : history.floorEntry(index);
        return last == null ? List.of() : last.getValue();
    }
}
