// placeholder until the reference systems land
