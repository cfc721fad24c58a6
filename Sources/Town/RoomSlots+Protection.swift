extension RoomSlots {
    /// The slots without those of some places, such as places that the public edition must not show.
    ///
    /// - Parameter ids: the ids of the places that stay.
    public func keepingPlaces(_ ids: Set<String>) -> RoomSlots {
        RoomSlots(slots.filter { ids.contains($0.placeID) })
    }

    /// The slots as everyone may see them: rooms that are called after a person who can be met there have no name.
    public var withoutPersons: RoomSlots {
        RoomSlots(
            slots.map { slot in
                var slot = slot
                if let room = slot.room, OperatorKind.looksLikePerson(room) { slot.room = nil }
                return slot
            })
    }
}
