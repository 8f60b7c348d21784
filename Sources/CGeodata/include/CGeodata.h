#ifndef DOSSIER_GEODATA_H
#define DOSSIER_GEODATA_H

#include <stddef.h>

/// A file of Data/geo that the program carries.
struct dossier_geodata_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// How many files there are, and each by its place.
size_t dossier_geodata_count(void);
struct dossier_geodata_file dossier_geodata_at(size_t place);

#endif
