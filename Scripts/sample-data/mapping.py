"""Map projections in closed form: EPSG:25832 (transverse Mercator) and EPSG:3035 (Lambert azimuthal equal area).

Both stand on the ellipsoid GRS 80; ETRS89 and WGS 84 count as the same here, as they do in PROJ without a grid.
Transverse Mercator: Krüger's series in the third flattening n up to n⁴ (Karney 2011, doi:10.1007/s00190-011-0445-3,
equations 35 and 36); the terms left out are below a micrometre. Lambert: EPSG Guidance Note 7-2, method 9820.
"""

import math

SEMI_MAJOR = 6378137.0
FLATTENING = 1 / 298.257222101
ECCENTRICITY = math.sqrt(FLATTENING * (2 - FLATTENING))

_n = FLATTENING / (2 - FLATTENING)
_RECTIFYING_RADIUS = SEMI_MAJOR / (1 + _n) * (1 + _n**2 / 4 + _n**4 / 64)
_ALPHA = (
    _n / 2 - 2 / 3 * _n**2 + 5 / 16 * _n**3 + 41 / 180 * _n**4,
    13 / 48 * _n**2 - 3 / 5 * _n**3 + 557 / 1440 * _n**4,
    61 / 240 * _n**3 - 103 / 140 * _n**4,
    49561 / 161280 * _n**4,
)
_BETA = (
    _n / 2 - 2 / 3 * _n**2 + 37 / 96 * _n**3 - 1 / 360 * _n**4,
    1 / 48 * _n**2 + 1 / 15 * _n**3 - 437 / 1440 * _n**4,
    17 / 480 * _n**3 - 37 / 840 * _n**4,
    4397 / 161280 * _n**4,
)
_SCALE, _FALSE_EASTING, _CENTRAL_MERIDIAN = 0.9996, 500000.0, math.radians(9)


def _conformal_tangent(tangent):
    """The tangent of the conformal latitude from that of the geodetic latitude."""
    root = math.sqrt(1 + tangent**2)
    sigma = math.sinh(ECCENTRICITY * math.atanh(ECCENTRICITY * tangent / root))
    return tangent * math.sqrt(1 + sigma**2) - sigma * root


def _geodetic_tangent(conformal):
    """The inverse of `_conformal_tangent` by Newton's method; four steps reach the last bit."""
    squeeze = 1 - ECCENTRICITY**2
    tangent = conformal / squeeze
    for _ in range(4):
        reached = _conformal_tangent(tangent)
        slope = (1 + squeeze * tangent**2) / (squeeze * math.sqrt(1 + reached**2) * math.sqrt(1 + tangent**2))
        tangent += (conformal - reached) * slope
    return tangent


def utm_to_degrees(east, north):
    """Longitude and latitude in degrees of a position in EPSG:25832."""
    xi = north / (_SCALE * _RECTIFYING_RADIUS)
    eta = (east - _FALSE_EASTING) / (_SCALE * _RECTIFYING_RADIUS)
    xi_sphere, eta_sphere = xi, eta
    for order, beta in enumerate(_BETA, 1):
        xi_sphere -= beta * math.sin(2 * order * xi) * math.cosh(2 * order * eta)
        eta_sphere -= beta * math.cos(2 * order * xi) * math.sinh(2 * order * eta)
    conformal = math.sin(xi_sphere) / math.hypot(math.sinh(eta_sphere), math.cos(xi_sphere))
    longitude = _CENTRAL_MERIDIAN + math.atan2(math.sinh(eta_sphere), math.cos(xi_sphere))
    return math.degrees(longitude), math.degrees(math.atan(_geodetic_tangent(conformal)))


def degrees_to_utm(longitude, latitude):
    """East and north in EPSG:25832, in metres."""
    conformal = _conformal_tangent(math.tan(math.radians(latitude)))
    turn = math.radians(longitude) - _CENTRAL_MERIDIAN
    xi_sphere = math.atan2(conformal, math.cos(turn))
    eta_sphere = math.asinh(math.sin(turn) / math.hypot(conformal, math.cos(turn)))
    xi, eta = xi_sphere, eta_sphere
    for order, alpha in enumerate(_ALPHA, 1):
        xi += alpha * math.sin(2 * order * xi_sphere) * math.cosh(2 * order * eta_sphere)
        eta += alpha * math.cos(2 * order * xi_sphere) * math.sinh(2 * order * eta_sphere)
    return _FALSE_EASTING + _SCALE * _RECTIFYING_RADIUS * eta, _SCALE * _RECTIFYING_RADIUS * xi


def _authalic_q(sine):
    """Snyder's q of a latitude given by its sine."""
    e = ECCENTRICITY
    return (1 - e**2) * (sine / (1 - (e * sine) ** 2) + math.atanh(e * sine) / e)


_LAEA_EAST, _LAEA_NORTH = 4321000.0, 3210000.0
_LAEA_LONGITUDE, _LAEA_LATITUDE = math.radians(10), math.radians(52)
_Q_POLE = _authalic_q(1.0)
_AUTHALIC_RADIUS = SEMI_MAJOR * math.sqrt(_Q_POLE / 2)
_BETA_ORIGIN = math.asin(_authalic_q(math.sin(_LAEA_LATITUDE)) / _Q_POLE)
_STRETCH = (
    SEMI_MAJOR
    * math.cos(_LAEA_LATITUDE)
    / math.sqrt(1 - (ECCENTRICITY * math.sin(_LAEA_LATITUDE)) ** 2)
    / (_AUTHALIC_RADIUS * math.cos(_BETA_ORIGIN))
)


def degrees_to_laea(longitude, latitude):
    """East and north in EPSG:3035, in metres."""
    beta = math.asin(_authalic_q(math.sin(math.radians(latitude))) / _Q_POLE)
    turn = math.radians(longitude) - _LAEA_LONGITUDE
    cosine = math.cos(beta) * math.cos(turn)
    reach = _AUTHALIC_RADIUS * math.sqrt(
        2 / (1 + math.sin(_BETA_ORIGIN) * math.sin(beta) + math.cos(_BETA_ORIGIN) * cosine))
    east = reach * _STRETCH * math.cos(beta) * math.sin(turn)
    north = reach / _STRETCH * (math.cos(_BETA_ORIGIN) * math.sin(beta) - math.sin(_BETA_ORIGIN) * cosine)
    return _LAEA_EAST + east, _LAEA_NORTH + north


def laea_to_degrees(east, north):
    """Longitude and latitude in degrees of a position in EPSG:3035."""
    x, y = (east - _LAEA_EAST) / _STRETCH, (north - _LAEA_NORTH) * _STRETCH
    radius = math.hypot(x, y)
    if radius == 0:
        return math.degrees(_LAEA_LONGITUDE), math.degrees(_LAEA_LATITUDE)
    angle = 2 * math.asin(radius / (2 * _AUTHALIC_RADIUS))
    sine = math.cos(angle) * math.sin(_BETA_ORIGIN) + y * math.sin(angle) * math.cos(_BETA_ORIGIN) / radius
    turn = math.atan2(
        x * math.sin(angle),
        radius * math.cos(_BETA_ORIGIN) * math.cos(angle) - y * math.sin(_BETA_ORIGIN) * math.sin(angle))
    return math.degrees(_LAEA_LONGITUDE + turn), math.degrees(_latitude_of_q(_Q_POLE * sine))


def _latitude_of_q(q):
    """The latitude, in radians, whose `_authalic_q` is q, by Newton's method."""
    latitude = math.asin(q / 2)
    for _ in range(6):
        sine = math.sin(latitude)
        slope = (1 - (ECCENTRICITY * sine) ** 2) ** 2 / (2 * math.cos(latitude) * (1 - ECCENTRICITY**2))
        latitude += (q - _authalic_q(sine)) * slope
    return latitude
